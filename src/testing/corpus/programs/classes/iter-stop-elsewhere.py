class Passing:
    def __init__(self, source):
        self.source = iter(source)
    def __iter__(self):
        return self
    def __next__(self):
        try:
            return -next(self.source)
        finally:
            print("asked")
class Broken:
    def __iter__(self):
        return self
    def __next__(self):
        raise ValueError("broken")
print(list(Passing([1, 2])))
try:
    for x in Broken():
        print(x)
except ValueError as e:
    print(e)
def stopping():
    raise StopIteration
try:
    for x in Passing([1]):
        stopping()
except StopIteration:
    print("from the body")
# expect: asked
# expect: asked
# expect: asked
# expect: [-1, -2]
# expect: broken
# expect: asked
# expect: from the body
