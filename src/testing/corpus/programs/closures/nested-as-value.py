def f(n):
    def double(x):
        return x + x
    def square(x):
        return x * x
    return square if n > 2 else double
print(f(1)(5), f(3)(5))
# expect: 10 25
