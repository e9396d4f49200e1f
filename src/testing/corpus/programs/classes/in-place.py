class A:
    def __init__(self, v):
        self.v = v
    def __iadd__(self, k):
        self.v += k
        return self
    def __isub__(self, k):
        self.v -= k
        return self
    def __add__(self, k):
        return A(self.v + k)
a = b = A(1)
a += 5
a -= 2
print(a.v, a is b)
n = 3
n += 1
n -= 2
print(n)
# expect: 4 True
# expect: 2
