# A recursion without end is taken, and the stack is free again.
def f(n):
    return f(n + 1) + 1

for k in range(3):
    try:
        f(0)
    except RecursionError as e:
        print(e)

def g(n):
    if n == 0:
        return 0
    return g(n - 1) + 1

print(g(50))

# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: 50
