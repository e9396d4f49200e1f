a = 5
print 1 < a < 10, 1 < a < 3, 10 > a > 1 > 0, 1 == 1 < 2
# expect: True False True True
def f(n):
    print "f", n,
    return n
print f(1) < f(2) < f(3)
# expect: f 1 f 2 f 3 True
print f(2) < f(1) < f(3)
# expect: f 2 f 1 False
if 1 < a < 10: print "between"
# expect: between
while 1 < a < 10: a += 1
print a
# expect: 10
