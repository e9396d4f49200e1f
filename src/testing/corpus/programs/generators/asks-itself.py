def f():
    yield next(g)  # fault: generator-running


g = f()
next(g)
