print("a") # expect: a
f() # fault: unset-variable

def f():
    print("b")
