class A:
    def __init__(self):
        self._x = 1
    @property
    def x(self):
        return self._x
    @x.deleter
    def x(self):
        self._x = "gone"
a = A()
del a.x
print(a.x)
# expect: gone
