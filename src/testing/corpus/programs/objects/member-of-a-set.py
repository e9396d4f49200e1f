# Sets ask objects for their hash, and whether they are equal.
class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return hash(self.x)
    def __repr__(self):
        return f"P{self.x}"
s = {P(1), P(1), P(2)}
s.add(P(2))
s.add(P(5))
s.discard(P(5))
print(s, len(s), P(2) in s)
one = {P(1), P(2), P(3)}
print(one | {P(1)}, one & {P(2)}, one - {P(2)}, one ^ {P(1), P(2)})
print(one == {P(3), P(2), P(1)}, {P(1)} <= one, len(set([P(1), P(1)])))
one ^= {P(1), P(4)}
print(sorted(p.x for p in one), frozenset([P(1)]) == frozenset([P(1)]))
# expect: {P1, P2} 2 True
# expect: {P1, P2, P3} {P2} {P1, P3} {P3}
# expect: True True 1
# expect: [2, 3, 4] True
