def f(k):
    def g(a, b=2, c=3):
        return a * 100 + b * 10 + c + k
    return g(1), g(1, c=9), g(b=5, a=4), g(1, 2, 3)
print(f(0))
# expect: (123, 129, 453, 123)
