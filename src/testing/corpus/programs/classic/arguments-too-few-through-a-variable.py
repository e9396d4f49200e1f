# dialect: classic
def add(a, b):
    return a + b  # fault: unset-variable
def call(f, x):
    return f(x)
print call(add, 1)
