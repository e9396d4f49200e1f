print 7 / 2, -7 / 2, 7 / -2, -7 / -2
# expect: 3 -4 -4 3
print 7 // 2, -7 // 2, 7 // -2, -7 // -2
# expect: 3 -4 -4 3
a = 7
b = -2
print a / b, a // b
# expect: -4 -4
print 0 / b
# expect: 0
