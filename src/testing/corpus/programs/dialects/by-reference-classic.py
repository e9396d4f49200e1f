# dialect: classic
def double(n):
    n = n * 2
    return n + 1
def twice(k):
    double(k)
    double(n=k)
    k += 0.5
a = 3
b = 10
print double(a), a
# expect: 7 6
b = double(b)
print b, double(5), double(a + 0), a
# expect: 21 11 13 6
twice(a)
print a
# expect: 24.500000
def down(n):
    if n == 0: return 0
    m = n - 1
    down(m)
    n = -1
    return m
c = 2
print down(c), c
# expect: -1 -1
