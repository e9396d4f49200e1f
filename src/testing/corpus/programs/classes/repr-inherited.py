class A:
    def __repr__(self):
        return self.__class__.__name__ + "()"
class B(A):
    pass
print([A(), B()])
# expect: [A(), B()]
