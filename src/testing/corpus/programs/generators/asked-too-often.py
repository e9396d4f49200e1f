def f():
    yield 1


g = f()
print(next(g))  # expect: 1
print(next(g))  # fault: stop-iteration
