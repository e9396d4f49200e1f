from functools import wraps


def shouting(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args).upper()

    return wrapper


@shouting
def greet(name):
    return "hello " + name


print(greet("ann"))
# expect: HELLO ANN
