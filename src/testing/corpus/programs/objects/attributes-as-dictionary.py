class A:
    z = 9
    def __init__(self):
        self.x = 1
        self.y = [2]
a = A()
a.w = "new"
print(a.__dict__, vars(a), "z" in vars(a), len(vars(a)))
class B:
    def __init__(self, **named):
        self.__dict__.update(named)
    def __repr__(self):
        return "B(" + ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"
b = B(p=1, q="s")
b.__dict__["r"] = 5
b.__dict__["p"] += 1
print(b, b.r, b.p)
# expect: {'x': 1, 'y': [2], 'w': 'new'} {'x': 1, 'y': [2], 'w': 'new'} False 3
# expect: B(p=2, q='s', r=5) 5 2
