# The cause of an exception.
try:
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("no number") from e
except RuntimeError as e:
    print(e, "because", e.__cause__)
    print(type(e.__cause__).__name__)

# expect: no number because invalid literal for int() with base 10: 'x'
# expect: ValueError
