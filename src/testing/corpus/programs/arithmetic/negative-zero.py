a = 0
print 0 * -1, a * -5
# expect: 0 0
b = 0.0
print b * -1, -b
# expect: -0.0 -0.0
print -b == b
# expect: True
print a / -5, a % -5, -a
# expect: 0 0 0
