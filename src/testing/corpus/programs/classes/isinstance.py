class A:
    pass
class B(A):
    pass
b = B()
print(isinstance(b, A), isinstance(b, B), isinstance(A(), B), isinstance(3, A), isinstance(b, (int, A)), isinstance(b, int))
# expect: True True False False True False
