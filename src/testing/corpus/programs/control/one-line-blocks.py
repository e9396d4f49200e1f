a = 1; b = 2; print a + b
# expect: 3
if a: print "x"; print "y"
# expect: x
# expect: y
while a < 3: a += 1; b += a
print a, b
# expect: 3 7
