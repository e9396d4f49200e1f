class A:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        return self.v > 0
class B:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class C:
    pass
print(bool(A(1)), bool(A(0)), not A(0), not A(1), bool(B(0)), bool(B(2)), bool(C()))
print("yes" if A(1) else "no", "yes" if B(0) else "no", (A(0) and 1) is None, len(B(4)))
k = A(3)
while k:
    k.v -= 1
print(k.v)
# expect: True False True False False True True
# expect: yes no False 4
# expect: 0
