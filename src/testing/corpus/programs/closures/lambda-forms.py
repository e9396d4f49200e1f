zero = lambda: 0
one = lambda x: x
more = lambda x, y=2, z=3: x + y + z
print(zero(), one(5), more(1), more(1, 1), more(1, 1, 1))
print((lambda a, b: a * b)(6, 7))
print((lambda: (lambda: 8)())())
# expect: 0 5 6 5 3
# expect: 42
# expect: 8
