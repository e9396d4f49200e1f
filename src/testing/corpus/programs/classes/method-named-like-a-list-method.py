class Bag:
    def __init__(self):
        self.n = 0
    def append(self, x):
        self.n += x
    def sort(self):
        return "sorted bag"
b = Bag()
b.append(3)
x = [2, 1]
x.append(0)
x.sort()
print(b.n, b.sort(), x)
# expect: 3 sorted bag [0, 1, 2]
