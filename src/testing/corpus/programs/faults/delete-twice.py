def f():
    a = [1]
    b = a
    del a
    print b
    del a  # fault: unset-variable
f()
# expect: [1]
