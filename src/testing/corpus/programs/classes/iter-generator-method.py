class Row:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        for k in range(self.n):
            yield k * k
r = Row(4)
print(list(r), [x + 1 for x in r], sum(r))
for a in r:
    for b in r:
        if a < b:
            print(a, b)
# expect: [0, 1, 4, 9] [1, 2, 5, 10] 14
# expect: 0 1
# expect: 0 4
# expect: 0 9
# expect: 1 4
# expect: 1 9
# expect: 4 9
