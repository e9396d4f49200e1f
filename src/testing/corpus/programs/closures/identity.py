def make():
    x = 1
    def f():
        return x
    return f
a = make()
b = make()
c = a
print(a is b, a is c, a == b, a == c, a in [b, a])
# expect: False True False True True
