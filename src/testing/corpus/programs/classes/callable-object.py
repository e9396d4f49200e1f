class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, y=0):
        return self.n + x + y
add = Adder(10)
print(add(1), add(1, 2), callable(add), callable(3), callable(Adder))
# expect: 11 13 True False True
