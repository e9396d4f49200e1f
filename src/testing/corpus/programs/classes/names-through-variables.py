class A:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def m(self, a, b=2): return a, b
    def __call__(self, *a, x=0): return a, x
    @classmethod
    def make(cls, **k): return cls(**k)
class B:
    def __init__(self, x, y=3): self.x, self.y = x, y
    def __repr__(self): return f"B({self.x}, {self.y})"
class E(Exception):
    def __init__(self, code=1): self.code = code
make = A
print(make(1, w=2).k, A(q=1).k, A.make(z=5).k)
f = A().m
print(f(7, b=1), f(a=1, b=9), A()(1, x=4))
# expect: {'w': 2} {'q': 1} {'z': 5}
# expect: (7, 1) (1, 9) ((1,), 4)
