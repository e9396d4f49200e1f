# An exception out of a generator ends it.
def g():
    yield 1
    raise ValueError("in generator")
    yield 2

it = g()
try:
    for x in it:
        print(x)
except ValueError as e:
    print(e)
print([x for x in it])

# expect: 1
# expect: in generator
# expect: []
