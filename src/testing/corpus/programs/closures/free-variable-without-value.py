def f():
    def g():
        return x
    try:
        g()
    except NameError as e:
        print(e)
    x = 1
    return g()
print(f())
# expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: 1
