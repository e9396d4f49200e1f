def f(a, *, b, c=3):
    return a * 100 + b * 10 + c
print(f(1, b=2), f(1, c=4, b=5), f(b=1, a=2))
g = f
print(g(1, b=2), g(b=1, a=2, c=0))
# expect: 123 154 213
# expect: 123 210
