# Another name keeps the exception.
kept = None
try:
    raise ValueError("kept")
except ValueError as e:
    kept = e
print(kept, f"{kept!r}", type(kept).__name__)

# expect: kept ValueError('kept') ValueError
