# dialect: classic
from math import sqrt
import parallel
def noisy(x):
    print "noisy"
    return x
def one(a):
    return a * 2
def none_at_all():
    return 7
def by_default(a, b=3):
    return a + b
print one(4, 5)
print one(4, noisy(5), noisy(6))
print none_at_all(1, 2, 3)
print by_default(1, 2, 9)
f = one
print f(3, noisy(1), 2)
print sqrt(16, 3)
print coreid(8)
x = 5
def change(a):
    a = a + 1
change(x, x)
print x
g = change
g(x, 1, 2)
print x
h = sqrt
print h(25, 1)
# expect: 8
# expect: noisy
# expect: noisy
# expect: 8
# expect: 7
# expect: 3
# expect: noisy
# expect: 6
# expect: 4.000000
# expect: 0
# expect: 6
# expect: 7
# expect: 5.000000
