# dialect: classic
print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2 == 3.5
# expect: 3 -3 -3 true
print 7 % 3, -7 % 3, 7 % -3, -7.5 % 2 < 0
# expect: 1 -1 1 true
print -7 // 2, 6 // 2, 7.5 // 2
# expect: -3.500000 3.000000 3.750000
a = 9
a //= 2
print a
# expect: 4.500000
