# The block can stand on the line, and the manager be any expression.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

managers = [Tracer("x"), Tracer("y")]
with managers[1]: print("in")
def pick(k): return managers[k]
with pick(0) as t: print(t.name)
with (pick(1)): print("in brackets")
with managers[0] if t is managers[1] else managers[1] as z: print(z.name)

# expect: enter y
# expect: in
# expect: exit y False
# expect: enter x
# expect: x
# expect: exit x False
# expect: enter y
# expect: in brackets
# expect: exit y False
# expect: enter y
# expect: y
# expect: exit y False
