print 7.5 // 2, -7.5 // 2
# expect: 3.0 -4.0
print 7.0 / 2
# expect: 3.5
print 7 / 2.0
# expect: 3.5
