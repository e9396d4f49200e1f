# in, index, count, remove and == of lists, tuples and dictionaries ask __eq__.
class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return isinstance(other, P) and self.x == other.x
    def __repr__(self):
        return f"P{self.x}"
l = [P(1), P(2), P(3), P(2)]
print(P(2) in l, l.index(P(3)), l.count(P(2)), P(9) in l)
l.remove(P(2))
print(l, l == [P(1), P(3), P(2)], (P(1),) == (P(1),), [[P(1)]] == [[P(1)]], [P(1)] != [P(2)])
print({"a": P(1)} == {"a": P(1)}, {"a": P(1)} == {"a": P(2)}, (P(1), P(2)).index(P(2)), (P(1), P(1)).count(P(1)))
try:
    l.remove(P(7))
except ValueError as e:
    print(e)
# expect: True 2 2 False
# expect: [P1, P3, P2] True True True True
# expect: True False 1 2
# expect: list.remove(x): x not in list
