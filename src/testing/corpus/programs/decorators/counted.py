# What stands for a function counts its calls in an attribute, and offers a function as another one.
def memo(f):
    known = {}
    def look(n):
        look.calls += 1
        if n not in known:
            known[n] = f(n)
        return known[n]
    look.calls = 0
    look.size = lambda: len(known)
    return look
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(20), fib.calls, fib.size())

# expect: 6765 39 21
