class I:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n
print([10, 20, 30][I(1)], list(range(I(3))), bin(I(5)), hex(I(255)), "abc"[I(2)])
l = [1, 2, 3]
l[I(0)] = 9
del l[I(1)]
print(l)
# expect: 20 [0, 1, 2] 0b101 0xff c
# expect: [9, 3]
