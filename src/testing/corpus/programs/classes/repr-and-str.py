class A:
    def __init__(self, v):
        self.v = v
    def __repr__(self):
        return "A(" + str(self.v) + ")"
    def __str__(self):
        return "value " + str(self.v)
a = A(3)
print(a)
print([a, (a,)], str(a), repr(a), f"{a} {a!r}")
print("x", a, sep="-")
# expect: value 3
# expect: [A(3), (A(3),)] value 3 A(3) value 3 A(3)
# expect: x-value 3
