# Up through a recursion, to the call that takes it.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)
    print("not reached")

try:
    down(20)
except ValueError as e:
    print(e)

def counted(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        counted(n - 1)
    except ValueError:
        if n < 3:
            raise
        print("taken at", n)

counted(5)

# expect: bottom
# expect: taken at 3
