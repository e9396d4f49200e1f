class Bag:
    def __init__(self):
        self.items = []
    def __iter__(self):
        return iter(self.items)
b = Bag()
b.items.append(2)
b.items.append(5)
for x in b:
    print(x)
print(list(b), {x: x * 2 for x in b}, ",".join(str(x) for x in b))
# expect: 2
# expect: 5
# expect: [2, 5] {2: 4, 5: 10} 2,5
