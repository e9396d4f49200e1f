class A:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return isinstance(other, A) and self.v == other.v
print(A(1) == A(1), A(1) == A(2), A(1) != A(1), A(1) != A(2), A(1) == 1)
print(A(1) in [A(2), A(1)], A(3) in [A(2)], [A(1), 2] == [A(1), 2], (A(1),) != (A(1),))
# expect: True False False True False
# expect: True False True False
