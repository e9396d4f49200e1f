# A class as the cause.
try:
    raise ValueError("v") from KeyError
except ValueError as e:
    print(f"{e.__cause__!r}")
try:
    raise ValueError("v") from 5
except TypeError as e:
    print(e)

# expect: KeyError()
# expect: exception causes must derive from BaseException
