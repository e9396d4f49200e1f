# Break and continue run __exit__.
class Tracer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is not None)

for i in range(4):
    with Tracer(str(i)):
        if i == 0:
            continue
        if i == 2:
            break
        print("end of", i)
else:
    print("never")
while True:
    with Tracer("w"):
        for j in range(2):
            if j == 1:
                break
        print("inner loop only")
        break

# expect: enter 0
# expect: exit 0 False
# expect: enter 1
# expect: end of 1
# expect: exit 1 False
# expect: enter 2
# expect: exit 2 False
# expect: enter w
# expect: inner loop only
# expect: exit w False
