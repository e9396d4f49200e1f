class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __iter__(self):
        yield self.a
        yield self.b


pairs = [Pair(1, 2), Pair(3, 4)]
for x, y in pairs:
    print(x, y)
print([x * y for x, y in pairs], {x: y for x, y in pairs})
for k, (x, *y) in enumerate(pairs):
    print(k, x, y)
(a, b), c = pairs[0], 5
print(a, b, c)
try:
    for x, y, z in pairs:
        print("no")
except ValueError as e:
    print(e)
# expect: 1 2
# expect: 3 4
# expect: [2, 12] {1: 2, 3: 4}
# expect: 0 1 [2]
# expect: 1 3 [4]
# expect: 1 2 5
# expect: not enough values to unpack (expected 3, got 2)
