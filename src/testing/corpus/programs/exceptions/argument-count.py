# Calls through a variable with the wrong number of arguments.
def f(a, b):
    return a

def g(a, b=1):
    return a

def h():
    return 0

def call(n, fn):
    try:
        if n == 0:
            fn()
        elif n == 1:
            fn(1)
        elif n == 2:
            fn(1, 2)
        else:
            fn(1, 2, 3)
        print("fine")
    except TypeError as e:
        print(e)

for fn in [f, g, h]:
    for n in range(4):
        call(n, fn)

# expect: f() missing 2 required positional arguments: 'a' and 'b'
# expect: f() missing 1 required positional argument: 'b'
# expect: fine
# expect: f() takes 2 positional arguments but 3 were given
# expect: g() missing 1 required positional argument: 'a'
# expect: fine
# expect: fine
# expect: g() takes from 1 to 2 positional arguments but 3 were given
# expect: fine
# expect: h() takes 0 positional arguments but 1 was given
# expect: h() takes 0 positional arguments but 2 were given
# expect: h() takes 0 positional arguments but 3 were given
