class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def __iter__(self):
        yield self.a
        yield self.b
p = Pair(1, 2)
a, b = p
print(a, b)
print([*p, *p], max(*p))
first, *rest = Pair(3, 4)
print(first, rest)
try:
    a, b, c = p
except ValueError as e:
    print(e)
# expect: 1 2
# expect: [1, 2, 1, 2] 2
# expect: 3 [4]
# expect: not enough values to unpack (expected 3, got 2)
