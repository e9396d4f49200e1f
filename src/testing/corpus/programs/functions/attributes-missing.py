# An attribute that a function does not have.
def f():
    pass
f.known = 1
try:
    f.other
except AttributeError as e:
    print(e)
try:
    del f.other
except AttributeError:
    print("nothing to delete")
x = f.known
try:
    x.other = 2
except AttributeError as e:
    print(e)

# expect: 'function' object has no attribute 'other'
# expect: nothing to delete
# expect: 'int' object has no attribute 'other'
