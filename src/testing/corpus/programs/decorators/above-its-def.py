def same(f):
    return f
print f()  # fault: unset-variable
@same
def f():
    return 1
