# dialect: classic
def set(n, value=7):
    n = value
def add(n, m):
    n = n + m
    return a
a = 1
f = set
f(a)
print a
# expect: 7
for g in [set, add]:
    print g(a, 2), a
# expect: NONE 2
# expect: 4 4
def inner():
    b = 1
    f(b, 3)
    h = add
    h(b, 1)
    return b
print inner()
# expect: 4
l = len
s = "abc"
print l([s]), s
# expect: 1 abc
