# What __enter__ raises does not come to its own __exit__.
class Raises:
    def __enter__(self):
        raise ValueError("enter")
    def __exit__(self, kind, value, trace):
        print("never")

class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

try:
    with Tracer("a"), Raises():
        print("never")
except ValueError as e:
    print("caught", e)

# expect: enter a
# expect: exit a True
# expect: caught enter
