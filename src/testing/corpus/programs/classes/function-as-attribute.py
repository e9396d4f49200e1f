def double(x):
    return x * 2
class A:
    def __init__(self):
        self.f = double
print(A().f(4))
# expect: 8
