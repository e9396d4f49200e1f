class A:
    def __init__(self, x):
        self.x = x
    def m(self, a, b):
        return a
    @staticmethod
    def s(a):
        pass
    def __iter__(self):
        return 5
K = [A][0]
class B:
    pass
for f in (lambda: K(), lambda: K(1, 2), lambda: K(y=1), lambda: A(1).m(), lambda: A(1).m(1, 2, 3), lambda: A(1).s(),
          lambda: A(1)(), lambda: A(1)[0], lambda: len(A(1)), lambda: iter(B()), lambda: 1 + A(1), lambda: -A(1),
          lambda: 3 in B(), lambda: int(A(1)), lambda: next(A(1)), lambda: "a" + A(1), lambda: list(A(1)), lambda: [1][A(1)]):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: A.__init__() missing 1 required positional argument: 'x'
# expect: A.__init__() takes 2 positional arguments but 3 were given
# expect: A.__init__() got an unexpected keyword argument 'y'
# expect: A.m() missing 2 required positional arguments: 'a' and 'b'
# expect: A.m() takes 3 positional arguments but 4 were given
# expect: A.s() missing 1 required positional argument: 'a'
# expect: 'A' object is not callable
# expect: 'A' object is not subscriptable
# expect: object of type 'A' has no len()
# expect: 'B' object is not iterable
# expect: unsupported operand type(s) for +: 'int' and 'A'
# expect: bad operand type for unary -: 'A'
# expect: argument of type 'B' is not iterable
# expect: int() argument must be a string, a bytes-like object or a real number, not 'A'
# expect: 'A' object is not an iterator
# expect: can only concatenate str (not "A") to str
# expect: iter() returned non-iterator of type 'int'
# expect: list indices must be integers or slices, not A
