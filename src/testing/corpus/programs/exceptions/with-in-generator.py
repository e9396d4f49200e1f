# A generator can stand still in a with, and close leaves it.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

def numbers():
    with Tracer("g"):
        for i in range(5):
            yield i

for n in numbers():
    print(n)
g = numbers()
print(next(g), next(g))
g.close()
print("closed")

# expect: enter g
# expect: 0
# expect: 1
# expect: 2
# expect: 3
# expect: 4
# expect: exit g False
# expect: enter g
# expect: 0 1
# expect: exit g True
# expect: closed
