# dialect: python2
f() # expect: b

def f():
    print("b")
