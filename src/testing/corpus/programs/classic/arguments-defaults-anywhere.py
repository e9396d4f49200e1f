# dialect: classic
def f(a=1, b):
    return a
def g(a, b=2, c, d=4):
    if a == 0: return c  # fault: unset-variable
    return a * 1000 + b * 100 + d
def through(h, x):
    return h(x)
h = f
print h()
print h(5)
print f()
k = g
print k(1)
print k(1, 3)
print g(1, 3, 5, 7)
print through(g, 6)
print k(0, 1, 8)
print g(0, 1, 9)
print through(g, 0)
# expect: 1
# expect: 5
# expect: 1
# expect: 1204
# expect: 1304
# expect: 1307
# expect: 6204
# expect: 8
# expect: 9
