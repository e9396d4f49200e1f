# A branch that ends in a loop leads past the others.
if True:
    for i in range(2): print i
else:
    print "never"
# expect: 0
# expect: 1
n = 3
if n == 3:
    while True:
        n -= 1
        if n == 0: break
elif n == 0:
    print "never"
else:
    print "never"
print n
# expect: 0
if n == 0:
    if n == 1: print "never"
    else:
        for x in []: pass
else: print "never"
print "end"
# expect: end
