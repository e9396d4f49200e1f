def f(a, b):
    return a + b


def call():
    return f(1)


for k in range(6):
    try:
        if k == 0:
            call()
        elif k == 1:
            f(1, 2, 3)
        elif k == 2:
            f(1, c=3)
        elif k == 3:
            f(1, a=2)
        elif k == 4:
            len()
        else:
            "a".upper(1)
    except TypeError as e:
        print(e)
# expect: f() missing 1 required positional argument: 'b'
# expect: f() takes 2 positional arguments but 3 were given
# expect: f() got an unexpected keyword argument 'c'
# expect: f() got multiple values for argument 'a'
# expect: len() takes exactly one argument (0 given)
# expect: str.upper() takes no arguments (1 given)
