from functools import total_ordering
@total_ordering
class S:
    def __init__(self, g):
        self.g = g
    def __eq__(self, other):
        return self.g == other.g
    def __lt__(self, other):
        return self.g < other.g
@total_ordering
class T:
    def __init__(self, g):
        self.g = g
    def __eq__(self, other):
        return self.g == other.g
    def __ge__(self, other):
        return self.g >= other.g
for K in (S, T):
    a, b = K(1), K(2)
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, [x.g for x in sorted([K(3), K(1)])])
# expect: True True False False False True [1, 3]
# expect: True True False False False True [1, 3]
