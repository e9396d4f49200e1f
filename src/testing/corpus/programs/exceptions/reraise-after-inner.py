# A bare raise means what its own handler has, not what was handled inside it.
try:
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise TypeError("inner")
        except TypeError:
            print("inner done")
        raise
except ValueError as e:
    print(e)

# expect: inner done
# expect: outer
