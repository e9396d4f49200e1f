# dialect: classic
print 7 // 2, 6 // 2, -7 // 2, 7.0 // 2
# expect: 3.500000 3.000000 -3.500000 3.500000
print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2
# expect: 3 -3 -3 3.500000
print 7 % 3, -7 % 3, 7 % -3, 5 % 2.5
# expect: 1 -1 1 0.000000
a = 9
a //= 2
print a
# expect: 4.500000
a = 9
a /= 2
a **= 2
print a
# expect: 16
a ^= 2
a %= 100
print a
# expect: 56
print 2 ^ 3, 2 ** 0, 2.0 ^ 3, 2 ^ -1, 0 ^ -1, 2.5 ^ -3
# expect: 8 1 8.000000 2 0 2.500000
# The original has no power for an exponent that is a real.
print 2 ^ 0.5, 2.0 ** 2.0
# expect: 0.000000 0.000000
print 1.1 ^ 20, 3 ^ 40
# expect: 6.727502 689956897
a = 1
print a // 0  # fault: division-by-zero
