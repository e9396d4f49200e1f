# Context managers as a course shows them.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)
        return kind is ValueError

with Tracer("a") as t:
    print("in", t.name)
with Tracer("b"):
    raise ValueError("lost")
print("after")

# expect: enter a
# expect: in a
# expect: exit a False
# expect: enter b
# expect: exit b True
# expect: after
