# dialect: classic
print 0.1, 3.0, 1e-5, -2.5, [0.5, None]
# expect: 0.100000 3.000000 0.000010 -2.500000 [0.500000, NONE]
print True, False, None, 1 == 1, "x" + str(0.5)
# expect: true false NONE true x0.500000
print 7, "text", "%.1f" % 0.5
# expect: 7 text 0.5
