# The value of __enter__ gets the name, and the name stays.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

with Tracer("a") as t:
    print("in", t.name)
print("after", t.name)

# expect: enter a
# expect: in a
# expect: exit a False
# expect: after a
