def f(**more):
    return more
print(f(), f(a=1), f(b=2, a=[3]))
# expect: {} {'a': 1} {'b': 2, 'a': [3]}
