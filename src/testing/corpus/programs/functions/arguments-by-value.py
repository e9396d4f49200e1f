def f(n, data):
    n = 99
    data[0] = 99
    data = [1]
n = 1
a = [1, 2]
f(n, a)
print n, a
# expect: 1 [99, 2]
