from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cache
def slow(n):
    print("computing", n)
    return n * n


@lru_cache
def f(a, b=1):
    print("f", a, b)
    return a + b


print(fib(40))
print(slow(3), slow(3))
print(f(1), f(1), f(2))
# expect: 102334155
# expect: computing 3
# expect: 9 9
# expect: f 1 1
# expect: f 2 1
# expect: 2 2 3
