# dialect: classic
def f(p):
    alias(q, p)
    q = q * 2
    return p
x = 4
print f(x)
print x
def late(n):
    m = 1
    if n > 1:
        alias(m, n)
    n = 50
    return m
print late(1)
print late(2)
print late(1)
l = [1, 2]
alias(k, l)
k[0] = 8
print l[0]
k[3] = 1
print len(l)
alias(t, symbol(l))
print t[0]
t = 3
print l
# expect: 8
# expect: 8
# expect: 1
# expect: 50
# expect: 1
# expect: 8
# expect: 4
# expect: 8
# expect: 3
