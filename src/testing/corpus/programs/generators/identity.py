def f():
    yield 1


g = f()
h = g
print(g is h, g == h, g == f(), g != f())
print(type(g) == type(f()), bool(g))
# expect: True True False True
# expect: True True
