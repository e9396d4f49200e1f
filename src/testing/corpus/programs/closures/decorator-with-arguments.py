def times(n):
    def decorate(f):
        def wrapper(x):
            for _ in range(n):
                x = f(x)
            return x
        return wrapper
    return decorate
@times(3)
def double(x):
    return x * 2
print(double(1))
# expect: 8
