# The docstring of a function that is known only when the program runs.
def area(w, h):
    "Width times height."
    return w * h
def bare():
    return 0
def tell(f):
    return f.__doc__
print(tell(area), tell(bare), [f.__doc__ for f in (area, bare)])
area.__doc__ = "Changed."
print(tell(area))

# expect: Width times height. None ['Width times height.', None]
# expect: Changed.
