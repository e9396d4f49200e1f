class A:
    pass
class B:
    def __init__(self):
        self.x = 1
a = A()
a.x = 5
a.y = 6
a.z = 7
a.w = 8
b = B()
b.y = 2
print(a.x, a.y, a.z, a.w, b.x, b.y)
del a.y
print(hasattr(a, "y"), a.z)
# expect: 5 6 7 8 1 2
# expect: False 7
