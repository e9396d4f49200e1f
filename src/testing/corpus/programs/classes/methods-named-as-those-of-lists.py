class Box:
    def __init__(self):
        self.items = []

    def sort(self, key=None, upwards=True):
        print("sorted by", key, upwards)

    def extend(self, values):
        for value in values:
            self.items.append(value)


box = Box()
box.sort(key=1)
# expect: sorted by 1 True
box.sort(key=2, upwards=False)
# expect: sorted by 2 False
box.extend(x for x in [1, 2] if box is not None)
print(box.items)
# expect: [1, 2]
words = ["ccc", "a", "bb"]
words.sort(key=len, reverse=True)
words.extend(w for w in ["a", "d", "d"] if w not in words)
print(words)
# expect: ['ccc', 'bb', 'a', 'd']
