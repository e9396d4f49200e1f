print 12 & 10, 12 | 3, ~0, ~5
# expect: 8 15 -1 -6
print -1 & 255
# expect: 255
