def g():
    yield 1
    return 42


x = g()
next(x)
try:
    next(x)
except StopIteration as e:
    print(e.args)
try:
    next(x)
except StopIteration as e:
    print(e.args)
# expect: (42,)
# expect: ()
