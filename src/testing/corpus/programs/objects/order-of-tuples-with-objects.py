class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __lt__(self, other):
        return self.x < other.x
print((1, P(2)) < (1, P(3)), (1, P(2)) < (1, P(2)), [P(1), 5] > [P(1), 4])
# expect: True False True
