# dialect: classic
def f(n):
    n = n + 1
    del n
    return 1
x = 2
print f(x), x
# expect: 1 2
