class A:
    made = 0
    def __init__(self, v):
        self.v = v
    @classmethod
    def twice(cls, v):
        cls.made += 1
        return cls(v * 2)
class B(A):
    pass
print(A.twice(2).v, B.twice(3).v, type(B.twice(1)).__name__, A.made, B.made)
# expect: 4 6 B 1 3
