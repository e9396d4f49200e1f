class A:
    def __init__(self):
        self.x = 1
    def m(self, k):
        return self.x + k
a = A()
for n in ["x", "y", "m"]:
    print(n, hasattr(a, n), end="; ")
setattr(a, "y" + "1", 5)
print(a.y1, getattr(a, "m")(2), getattr("abc", "upper")(), getattr(a, "no" + "pe", "default"))
for f in (lambda: getattr(a, "no" + "pe"), lambda: delattr(a, "q"), lambda: getattr(5, "foo")):
    try:
        f()
    except AttributeError as e:
        print(e)
# expect: x True; y False; m True; 5 3 ABC default
# expect: 'A' object has no attribute 'nope'
# expect: 'A' object has no attribute 'q'
# expect: 'int' object has no attribute 'foo'
