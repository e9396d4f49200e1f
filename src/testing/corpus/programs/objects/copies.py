import copy
class A:
    def __init__(self):
        self.l = [1, [2]]
        self.n = "n"
a = A()
a.extra = 7
b = copy.copy(a)
c = copy.deepcopy(a)
a.l[1].append(3)
a.n = "m"
print(b.l, c.l, b.n, c.n, b is a, type(c).__name__, c.extra)
class B:
    def __init__(self, x):
        self.x = x
    def __copy__(self):
        return B("copied")
    def __deepcopy__(self, memo):
        return B("deep")
print(copy.copy(B(1)).x, copy.deepcopy([B(1)])[0].x)
n = A()
n.me = n
m = copy.deepcopy(n)
print(m.me is m, m is n)
# expect: [1, [2, 3]] [1, [2]] n n False A 7
# expect: copied deep
# expect: True False
