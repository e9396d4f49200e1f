def g():
    return "outside"
def f():
    def g():
        return "inside"
    return g()
print(f(), g())
# expect: inside outside
