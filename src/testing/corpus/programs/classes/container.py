class Box:
    def __init__(self):
        self.items = [1, 2, 3]
    def __len__(self):
        return len(self.items)
    def __getitem__(self, k):
        return self.items[k]
    def __setitem__(self, k, v):
        self.items[k] = v
    def __delitem__(self, k):
        del self.items[k]
    def __contains__(self, v):
        return v in self.items
b = Box()
b[0] = 10
b[1] += 5
del b[2]
print(len(b), b[0], b[-1], 10 in b, 3 in b, 3 not in b)
# expect: 2 10 7 True False True
