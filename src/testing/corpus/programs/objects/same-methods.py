class A:
    def m(self):
        return 1
a, b = A(), A()
print(a.m == a.m, a.m == b.m, a.m != a.m, a.m in [b.m, a.m])
# expect: True False False True
