class A:
    def __init__(self):
        self.x = 1
class B(A):
    def __init__(self):
        A.__init__(self)
        self.y = 2
b = B()
print(b.x, b.y)
# expect: 1 2
