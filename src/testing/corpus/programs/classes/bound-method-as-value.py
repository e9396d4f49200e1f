class A:
    def __init__(self, v):
        self.v = v
    def get(self, k=1):
        return self.v + k
f = A(3).get
print(f(4), f())
fs = [A(k).get for k in range(3)]
print([g(10) for g in fs])
# expect: 7 4
# expect: [10, 11, 12]
