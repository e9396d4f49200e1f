a = None
print a is None, a is not None, 1 is None, a == None
# expect: True False False True
b = [1]
c = b
print b is c, b is [1], b is not c
# expect: True False False
if a is None and b is not None: print "ok"
# expect: ok
