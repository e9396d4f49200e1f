class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child
t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
print(list(t), sum(t), 3 in t, 9 in t)
print(any(x > 3 for x in t), all(t), min(t))
# expect: [1, 2, 3, 4] 10 True False
# expect: True True 1
