def make(k):
    def f(*, a=k + 1, b):
        return a, b, k
    return f
print(make(1)(b=5), make(2)(a=9, b=8))
g = make(7)
print(g(b=0))
# expect: (2, 5, 1) (9, 8, 2)
# expect: (8, 0, 7)
