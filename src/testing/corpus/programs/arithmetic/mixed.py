print 1 + 2.5, 2.5 + 1, 3 * 0.5, 1 - 0.25
# expect: 3.5 3.5 1.5 0.75
a = 3
b = 3.0
print a == b, a < b, a <= b
# expect: True False True
print 7 % 2.5
# expect: 2.0
