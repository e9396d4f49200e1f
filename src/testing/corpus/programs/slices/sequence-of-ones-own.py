class Row:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Row([self.items[i] for i in range(*key.indices(len(self)))])
        return self.items[key]

    def __repr__(self):
        return f"Row({self.items})"


row = Row([1, 2, 3, 4])
print(row[1:], row[::-1], row[2], row[-1])
# expect: Row([2, 3, 4]) Row([4, 3, 2, 1]) 3 4
