# dialect: classic
def set(n, value):
    n = value
def outer(k):
    set(k, 2)
def outermost(k):
    outer(k)
x = 1
outermost(x)
print x
# expect: 2
def local():
    y = 1
    outermost(y)
    return y
print local()
# expect: 2
def count(n, depth):
    if depth > 0:
        n += 1
        count(n, depth - 1)
total = 0
count(total, 5)
print total
# expect: 5
