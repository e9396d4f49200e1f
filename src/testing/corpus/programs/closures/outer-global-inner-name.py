x = "module"
def f():
    global x
    x = "changed"
    def g():
        return x
    return g()
print(f())
# expect: changed
