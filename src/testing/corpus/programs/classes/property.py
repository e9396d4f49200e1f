class Circle:
    def __init__(self, r):
        self._r = r
    @property
    def r(self):
        return self._r
    @r.setter
    def r(self, value):
        if value < 0:
            value = 0
        self._r = value
    @property
    def area(self):
        return 3 * self.r ** 2
c = Circle(2)
print(c.r, c.area)
c.r = 5
print(c.r, c.area)
c.r = -1
print(c.r)
c.r += 4
print(c.r)
# expect: 2 12
# expect: 5 75
# expect: 0
# expect: 4
