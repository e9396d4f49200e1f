# A with in a with.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

try:
    with Tracer("outer"):
        with Tracer("inner"):
            print("in")
        with Tracer("second"):
            raise KeyError("k")
except KeyError as e:
    print("caught", e)

# expect: enter outer
# expect: enter inner
# expect: in
# expect: exit inner False
# expect: enter second
# expect: exit second True
# expect: exit outer True
# expect: caught 'k'
