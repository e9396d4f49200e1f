# Objects with the same hash are told apart by __eq__.
class H:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self.v == other.v
d = {H(i): i for i in range(12)}
print(len(d), d[H(7)], H(12) in d, list(d.values()))
for i in range(0, 12, 2):
    del d[H(i)]
print(list(d.values()), d.get(H(4)), d[H(11)])
# expect: 12 7 False [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
# expect: [1, 3, 5, 7, 9, 11] None 11
