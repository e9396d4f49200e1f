class A:
    def __init__(self, v):
        self.v = v
    def get(self, k):
        return self.v + k
print(A.get(A(3), 4))
# expect: 7
