class Never:
    def __sub__(self, other):
        return NotImplemented
x = Never()
try:
    x -= Never()
except TypeError as e:
    print(type(e).__name__)
# expect: TypeError
