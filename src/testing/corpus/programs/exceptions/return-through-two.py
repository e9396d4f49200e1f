# Through two of them, the inner one first.
def f(n):
    try:
        try:
            if n == 0:
                return "value"
            if n == 1:
                raise ValueError("v")
            print("through")
        finally:
            print("inner")
    except ValueError:
        return "caught"
    finally:
        print("outer")
    return "end"

for n in range(3):
    print(f(n))

# expect: inner
# expect: outer
# expect: value
# expect: inner
# expect: outer
# expect: caught
# expect: through
# expect: inner
# expect: outer
# expect: end
