def make(k):
    def f(first, *rest, scale=k):
        return [first * scale] + [r * k for r in rest]
    return f
f = make(3)
print(f(1), f(1, 2, 3), f(1, 2, scale=0), make(2)(*[5, 6]))
# expect: [3] [3, 6, 9] [0, 6] [10, 12]
