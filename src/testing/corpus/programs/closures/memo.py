def memo(f):
    keys = []
    values = []
    def wrapper(n):
        if n in keys:
            return values[keys.index(n)]
        result = f(n)
        keys.append(n)
        values.append(result)
        return result
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30))
# expect: 832040
