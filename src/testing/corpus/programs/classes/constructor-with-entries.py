class B:
    def __init__(self, x, y=3):
        self.x = x
        self.y = y
class E(Exception):
    def __init__(self, code=1):
        self.code = code
b = B(1, **{"y": 8})
print(b.x, b.y, B(**{"x": 1, "y": 2}).y)
made = E
print(made(code=5).code)
# expect: 1 8 2
# expect: 5
