def f(a, b, *, k=1):
    return a
g = f
for args, names in [((1,), {}), ((), {}), ((1, 2, 3), {}), ((1, 2), {"z": 1}), ((1, 2), {"a": 1}), ((1, 2, 3), {"k": 2})]:
    try:
        g(*args, **names)
    except TypeError as e:
        print(e)
def h(a, b=1, /, *, c, d):
    return a
for args, names in [((), {}), ((1, 2, 3), {}), ((1,), {}), ((1,), {"c": 1}), ((1,), {"b": 2, "c": 1, "d": 2})]:
    try:
        h(*args, **names)
    except TypeError as e:
        print(e)
def three(x, y, z):
    return x
try:
    three(*[])
except TypeError as e:
    print(e)
# expect: f() missing 1 required positional argument: 'b'
# expect: f() missing 2 required positional arguments: 'a' and 'b'
# expect: f() takes 2 positional arguments but 3 were given
# expect: f() got an unexpected keyword argument 'z'
# expect: f() got multiple values for argument 'a'
# expect: f() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
# expect: h() missing 1 required positional argument: 'a'
# expect: h() takes from 1 to 2 positional arguments but 3 were given
# expect: h() missing 2 required keyword-only arguments: 'c' and 'd'
# expect: h() missing 1 required keyword-only argument: 'd'
# expect: h() got some positional-only arguments passed as keyword arguments: 'b'
# expect: three() missing 3 required positional arguments: 'x', 'y', and 'z'
