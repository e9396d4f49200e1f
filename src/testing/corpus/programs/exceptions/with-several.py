# Several managers are left in the opposite order, in brackets too.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

with Tracer("a") as a, Tracer("b") as b:
    print(a.name, b.name)
with (Tracer("c") as c, Tracer("d"),):
    print(c.name)
with (Tracer("e"), Tracer("f")):
    print("both")
with (Tracer("g")) as g:
    print(g.name)

# expect: enter a
# expect: enter b
# expect: a b
# expect: exit b False
# expect: exit a False
# expect: enter c
# expect: enter d
# expect: c
# expect: exit d False
# expect: exit c False
# expect: enter e
# expect: enter f
# expect: both
# expect: exit f False
# expect: exit e False
# expect: enter g
# expect: g
# expect: exit g False
