fs = [lambda: i for i in range(3)]
print([f() for f in fs])
def g():
    return [lambda x: x * k for k in range(4)]
print([f(2) for f in g()])
# expect: [2, 2, 2]
# expect: [6, 6, 6, 6]
