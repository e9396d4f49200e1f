def twice(f):
    def wrapper(x):
        return f(f(x))
    return wrapper
@twice
def add3(x):
    return x + 3
print(add3(1))
# expect: 7
