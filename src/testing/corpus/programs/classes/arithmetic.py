class V:
    def __init__(self, x):
        self.x = x
    def __add__(self, o):
        return V(self.x + o.x)
    def __sub__(self, o):
        return V(self.x - o.x)
    def __mul__(self, k):
        return V(self.x * k)
    def __rmul__(self, k):
        return V(self.x * k)
    def __truediv__(self, k):
        return V(self.x / k)
    def __floordiv__(self, k):
        return V(self.x // k)
    def __mod__(self, k):
        return V(self.x % k)
    def __pow__(self, k):
        return V(self.x ** k)
    def __neg__(self):
        return V(-self.x)
    def __pos__(self):
        return self
    def __invert__(self):
        return V(~self.x)
    def __abs__(self):
        return V(abs(self.x))
    def __and__(self, o):
        return V(self.x & o.x)
    def __or__(self, o):
        return V(self.x | o.x)
    def __lshift__(self, k):
        return V(self.x << k)
    def __rshift__(self, k):
        return V(self.x >> k)
a, b = V(7), V(3)
print((a + b).x, (a - b).x, (a * 2).x, (3 * a).x, (a // 2).x, (a % 4).x, (a ** 2).x)
print((-a).x, (+a).x, (~a).x, abs(V(-4)).x, (a & b).x, (a | b).x, (a << 2).x, (a >> 1).x)
# expect: 10 4 14 21 3 3 49
# expect: -7 7 -8 4 3 7 28 3
