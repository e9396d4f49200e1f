# What functools.wraps decorates has the name, the docstring and the attributes of the function that it stands for.
from functools import wraps
def loud(f):
    @wraps(f)
    def shout(*args, **named):
        "Not this one."
        return str(f(*args, **named)).upper()
    return shout
def greet(name):
    "Says hello."
    return "hello " + name
greet.level = 2
loudly = loud(greet)
print(loudly("ann"), loudly.__name__, loudly.__doc__, loudly.level)
print(loudly.__wrapped__("ben"), loudly.__wrapped__ is greet)

# expect: HELLO ANN greet Says hello. 2
# expect: hello ben True
