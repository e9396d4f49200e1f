# from None: no cause.
try:
    try:
        int("x")
    except ValueError:
        raise RuntimeError("no number") from None
except RuntimeError as e:
    print(e, e.__cause__)

# expect: no number None
