# In a function it is a local that is not set any more.
def f():
    e = 5
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as other:
        print(other)

f()

# expect: cannot access local variable 'e' where it is not associated with a value
