def compose(f, g):
    return lambda x: f(g(x))
h = compose(compose(lambda x: x + 1, lambda x: x * 2), lambda x: x - 3)
print(h(10))
# expect: 15
