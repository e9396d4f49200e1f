# A try in a finally leaves the exception under way alone.
try:
    try:
        raise ValueError("outer")
    finally:
        try:
            raise TypeError("inner")
        except TypeError as e:
            print("handled", e)
except ValueError as e:
    print("still", e)

# expect: handled inner
# expect: still outer
