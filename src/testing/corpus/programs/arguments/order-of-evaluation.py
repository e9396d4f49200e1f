def say(x):
    print(x)
    return x
def f(*args, **kwargs):
    return args, kwargs
print(f(say(1), *[say(2)], x=say(3), **{"y": say(4)}))
# expect: 1
# expect: 2
# expect: 3
# expect: 4
# expect: ((1, 2), {'x': 3, 'y': 4})
