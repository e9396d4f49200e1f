# Closures take and raise exceptions, and share the handler's name.
def make(limit):
    def check(x):
        if x > limit:
            raise ValueError("over %d" % limit)
        return x
    return check

c = make(3)
try:
    print(c(2))
    print(c(5))
except ValueError as e:
    print(e)

def outer():
    try:
        raise KeyError("k")
    except KeyError as e:
        def show():
            return str(e)
        print(show())

outer()

# expect: 2
# expect: over 3
# expect: 'k'
