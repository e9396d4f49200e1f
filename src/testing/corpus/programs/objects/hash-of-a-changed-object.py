# The hash is asked for each time that an object is looked for.
class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return hash(self.v)
    def __eq__(self, other):
        return self.v == other.v
k = K(1)
seen = set()
for i in range(4):
    seen.add(K(k.v))
    k.v += 1
    print(k in seen, end=" ")
k.v = 3
print(k in seen, len(seen))
# expect: False False False False True 4
