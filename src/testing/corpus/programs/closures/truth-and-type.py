def make():
    x = 1
    return lambda: x
f = make()
if f:
    print("true")
print(type(f) == type(make), f.__name__, make.__name__)
# expect: true
# expect: True <lambda> make
