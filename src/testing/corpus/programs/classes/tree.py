class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None
    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(value)
        else:
            self.right.insert(value)
    def walk(self, into):
        if self.left:
            self.left.walk(into)
        into.append(self.value)
        if self.right:
            self.right.walk(into)
t = Tree(5)
for v in [3, 8, 1, 4, 9, 7]:
    t.insert(v)
found = []
t.walk(found)
print(found)
# expect: [1, 3, 4, 5, 7, 8, 9]
