class A:
    pass
class B(A):
    pass
print(issubclass(B, A), issubclass(A, B), issubclass(A, A), issubclass(B, (int, A)), issubclass(bool, int))
# expect: True False True True True
