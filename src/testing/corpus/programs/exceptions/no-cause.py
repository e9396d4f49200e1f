# Without from there is none.
try:
    raise ValueError("v")
except ValueError as e:
    print(e.__cause__)

# expect: None
