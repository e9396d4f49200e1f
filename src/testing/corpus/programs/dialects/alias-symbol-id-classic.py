# dialect: classic
a = [1, 2]
b = alias(a)
b[0] = 5
print a, id(a) == id(b), id(a) == id([5, 2]), id(a) > 0
# expect: [5, 2] true false true
def f(x):
    return x * 2
g = symbol(f)
print g(4), Alias(7)
# expect: 8 7
