# The name can be a variable that functions share.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

def make():
    with Tracer("c") as t:
        def name():
            return t.name
        print(name())
    return name

print(make()())
def count():
    n = 0
    class Counts:
        def __enter__(self):
            nonlocal n
            n += 1
            return n
        def __exit__(self, *details):
            pass
    for _ in range(3):
        with Counts() as k:
            print(k)
    return n

print(count())

# expect: enter c
# expect: c
# expect: exit c False
# expect: c
# expect: 1
# expect: 2
# expect: 3
# expect: 3
