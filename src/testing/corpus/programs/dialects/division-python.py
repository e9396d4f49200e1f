print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2 == 3.5
# expect: 3 -4 -4 True
print 7 % 3, -7 % 3, 7 % -3, -7.5 % 2 < 0
# expect: 1 2 -2 False
print -7 // 2
# expect: -4
