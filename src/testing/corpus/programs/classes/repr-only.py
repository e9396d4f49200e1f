class A:
    def __repr__(self):
        return "an A"
print(A(), str(A()), [A()], f"{A()}")
# expect: an A an A [an A] an A
