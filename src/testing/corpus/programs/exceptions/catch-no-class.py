# What stands behind except must be a class of exceptions.
try:
    try:
        raise ValueError("v")
    except 5:
        print("five")
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError("v")
    except (KeyError, "text"):
        print("text")
except TypeError as e:
    print(e)

# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
