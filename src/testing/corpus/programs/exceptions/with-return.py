# A return runs __exit__ after its value has been computed.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

def f(x):
    with Tracer("f"):
        if x:
            return "early " + str(x)
        print("not returned")
    return "late"

def g():
    with Tracer("1"), Tracer("2"):
        for i in range(3):
            with Tracer("3"):
                return i

print(f(1))
print(f(0))
print(g())

# expect: enter f
# expect: exit f False
# expect: early 1
# expect: enter f
# expect: not returned
# expect: exit f False
# expect: late
# expect: enter 1
# expect: enter 2
# expect: enter 3
# expect: exit 3 False
# expect: exit 2 False
# expect: exit 1 False
# expect: 0
