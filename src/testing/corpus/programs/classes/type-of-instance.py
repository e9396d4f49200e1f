class A:
    pass
class B(A):
    pass
b = B()
print(type(b) == B, type(b) is B, type(b) == A, type(b).__name__, b.__class__.__name__, type(b) != A)
# expect: True True False B B True
