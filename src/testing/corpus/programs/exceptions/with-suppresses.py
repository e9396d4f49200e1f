# A true result of __exit__ ends the exception.
class Only:
    def __init__(self, types):
        self.types = types
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        return kind in self.types

with Only([ValueError]):
    print("before")
    raise ValueError("lost")
print("after")
try:
    with Only([ValueError]):
        raise KeyError("kept")
except KeyError as e:
    print("caught", e)
with Only([None]):
    print("a true result without an exception says nothing")

# expect: before
# expect: after
# expect: caught 'kept'
# expect: a true result without an exception says nothing
