# dialect: classic
print 10L, 10l, 10U, 10UL, 7lu, 10ll, 007, 010, 0
# expect: 10 10 10 10 7 10 7 10 0
print 1.5f, 1.5F, 2.5L, 1e3, 1E-2f, .5, 5., 5.f, 1.e2, 00.5
# expect: 1.500000 1.500000 2.500000 1000.000000 0.010000 0.500000 5.000000 5.000000 100.000000 0.500000
print 0x10, 0XfF, 0x1L + 1
# expect: 0 0 1
print 1_000, 0b11, 0o17
# expect: 1000 3 15
if 1and 2: print 3if 1or 0: print 4
# expect: 3
# expect: 4
print -2147483648, -1.5f, +3
# expect: -2147483648 -1.500000 3
