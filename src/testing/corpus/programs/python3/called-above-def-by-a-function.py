def g():
    f(1) # fault: unset-variable

if True:
    g()

def f(x):
    print(x)
