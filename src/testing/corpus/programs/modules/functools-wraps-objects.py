# An object that can be called has no name to take over.
from functools import wraps
class Scale:
    def __init__(self, by):
        self.by = by
    def __call__(self, x):
        return x * self.by
def again(f):
    @wraps(f)
    def twice(x):
        return f(f(x))
    return twice
triple = again(Scale(3))
print(triple(2), triple.__wrapped__.by)

# expect: 18 3
