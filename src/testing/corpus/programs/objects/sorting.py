# sort, sorted, min and max ask __lt__; equal ones keep their order.
class V:
    def __init__(self, n, a):
        self.n, self.a = n, a
    def __lt__(self, other):
        return self.a < other.a
    def __repr__(self):
        return self.n
l = [V("x", 3), V("y", 1), V("z", 2), V("w", 1)]
print(sorted(l), sorted(l, reverse=True))
l.sort()
print(l)
l.sort(reverse=True)
print(l, min(l), max(l), min(l[0], l[1]), max(l[0], l[1]))
print(min(l, key=lambda v: v.n), sorted(l, key=lambda v: v))
print(sorted([(2, V("a", 1)), (1, V("b", 2)), (1, V("c", 1))]))
# expect: [y, w, z, x] [x, z, y, w]
# expect: [y, w, z, x]
# expect: [x, z, y, w] y x z x
# expect: w [y, w, z, x]
# expect: [(1, c), (1, b), (2, a)]
