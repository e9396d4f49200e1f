class Single:
    _only = None
    def __new__(cls, *args):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only
    def __init__(self, v=0):
        self.v = v
a = Single(1)
b = Single(2)
print(a is b, a.v)
class N:
    def __new__(cls, x):
        print("new", x)
        return object.__new__(cls)
    def __init__(self, x):
        print("init", x)
        self.x = x
class Odd:
    def __new__(cls):
        return 5
print(N(3).x, Odd())
# expect: True 2
# expect: new 3
# expect: init 3
# expect: 3 5
