class A:
    def __init__(self):
        self.x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", "none"), hasattr(a, "x"), hasattr(a, "y"))
setattr(a, "y", 2)
print(a.y)
delattr(a, "x")
print(hasattr(a, "x"))
# expect: 1 none True False
# expect: 2
# expect: False
