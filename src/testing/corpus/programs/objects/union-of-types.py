class A:
    pass
class B(A):
    pass
print(isinstance(B(), A | int), isinstance(5, int | str), isinstance(None, int | None), issubclass(B, (int, A)))
for f in (lambda: isinstance(1, 5), lambda: issubclass(1, A)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: True True True True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
