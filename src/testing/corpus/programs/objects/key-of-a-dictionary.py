# An object with __eq__ and __hash__ is a key: another one that is equal finds it.
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __eq__(self, other):
        return isinstance(other, P) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __repr__(self):
        return f"P({self.x}, {self.y})"
d = {P(1, 2): "a", P(3, 4): "b"}
d[P(1, 2)] = "c"
print(d, d[P(3, 4)], P(1, 2) in d, P(9, 9) in d)
print(d.get(P(7, 7), "none"), d.pop(P(3, 4)), d.setdefault(P(3, 3), "z"))
for i in range(20):
    d[P(i, 0)] = i
print(sum(d[P(i, 0)] for i in range(20)), len(d))
del d[P(0, 0)]
try:
    d[P(0, 0)]
except KeyError as e:
    print("KeyError", e)
print({(P(1, 2), 1): "t"}[(P(1, 2), 1)])
# expect: {P(1, 2): 'c', P(3, 4): 'b'} b True False
# expect: none b z
# expect: 190 22
# expect: KeyError P(0, 0)
# expect: t
