def f():
    return late # fault: unset-variable
print f()
late = 1
