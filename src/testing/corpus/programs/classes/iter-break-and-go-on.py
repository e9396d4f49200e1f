class Count:
    def __init__(self):
        self.k = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.k += 1
        return self.k
c = Count()
for x in c:
    if x == 3:
        break
print(x, next(c))
for x in c:
    if x % 2:
        continue
    if x > 8:
        break
    print(x)
def first(limit):
    for x in Count():
        if x * x > limit:
            return x
print(first(50))
# expect: 3 4
# expect: 6
# expect: 8
# expect: 8
