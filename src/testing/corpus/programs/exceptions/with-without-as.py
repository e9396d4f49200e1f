# A with needs no name.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

with Tracer("a"):
    print("in")

# expect: enter a
# expect: in
# expect: exit a False
