# next() at the end raises StopIteration.
def g():
    yield 1

it = g()
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)

# expect: 1
# expect: stop ()
