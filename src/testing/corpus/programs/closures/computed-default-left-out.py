def f(k):
    def g(a, b=k + 1, c=3):
        return a * 100 + b * 10 + c
    return g(1), g(1, c=9), g(1, 2), g(c=1, a=2)
print(f(4))
# expect: (153, 159, 123, 251)
