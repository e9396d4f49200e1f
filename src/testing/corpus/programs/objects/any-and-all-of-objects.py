class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        return self.v
class L:
    def __len__(self):
        return 0
print(any([B(False), B(True)]), all([B(True), B(False)]), any([L()]), all([B(True), 1]), any([]))
# expect: True False False True False
