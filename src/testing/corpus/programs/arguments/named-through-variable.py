def f(a, b=2, c=3):
    return a * 100 + b * 10 + c
g = f
print(g(1, c=9), g(b=5, a=4), g(c=1, b=2, a=3), g(1, 2, c=0))
table = {"f": f, "g": lambda a, b=0: a - b}
print(table["f"](b=1, a=1), table["g"](5, b=2))
# expect: 129 453 321 120
# expect: 113 3
