class M:
    def __init__(self, c):
        self.c = c
    def __add__(self, other):
        return M(self.c + other.c)
    def __radd__(self, other):
        return self if other == 0 else M(other + self.c)
    def __repr__(self):
        return f"M({self.c})"
print(sum([M(1), M(2)]), sum([M(1), M(2)], M(5)), sum(M(i) for i in range(4)), sum([1, 2, 3]))
# expect: M(3) M(8) M(6) 6
