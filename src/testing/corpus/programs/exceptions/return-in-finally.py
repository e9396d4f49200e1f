# A return in a finally replaces all else.
def f(x):
    try:
        if x == 0:
            raise ValueError("lost")
        return "try"
    finally:
        return "finally"

print(f(0), f(1))

# expect: finally finally
