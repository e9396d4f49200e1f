class A:
    pass
A.__repr__ = lambda self: "<A>"
A.__len__ = lambda self: 4
def give(cls):
    cls.extra = 5
    cls.show = lambda self: f"show {self.extra}"
    return cls
@give
class D:
    pass
setattr(A, "later", 3)
print(A(), [A()], len(A()), D().show(), A.later)
# expect: <A> [<A>] 4 show 5 3
