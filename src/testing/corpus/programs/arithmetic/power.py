print 2 ** 10, 2 ^ 3
# expect: 1024 8
print -2 ** 2, (-2) ** 2
# expect: -4 4
print 2 ** 3 ** 2
# expect: 512
print 2 ** -1
# expect: 0.5
print 2.0 ** 0.5
# expect: 1.4142135
print 0 ** 0, 0.0 ** 0
# expect: 1 1.0
print 9 ** 0.5
# expect: 3.0
