def swap(a, b):
    t = a
    a = b
    b = t
def same(a, b):
    a = 5
    return b
def test():
    x = 1
    y = 2
    swap(x, y)
    print x, y, same(x, x), x
test()
# expect: 1 2 1 1
p = 1
q = 2
swap(p, q)
print p, q, same(b=p, a=p), p
# expect: 1 2 1 1
def change(n):
    n = n + 10
    return n
def order():
    k = 1
    print k + change(k), k
    print same(k, change(k)), k
    return k + change(k) * k
print order()
# expect: 12 1
# expect: 11 1
# expect: 12
