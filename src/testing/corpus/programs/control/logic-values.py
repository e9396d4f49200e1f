print 0 or 5, 3 and 7, 0 and 7, 2 or 7, None or "x", "" or [], [] and 1
# expect: 5 7 0 2 x [] []
print not 0, not 5, not "", not [0], not None
# expect: True False True False True
x = 0
y = 4
x = y or x
print x
# expect: 4
x = 0
x = x or y
print x
# expect: 4
x = x and x - 4 or x + 1
print x
# expect: 5
x = (x == 5 or x == 6) and not x == 6
print x
# expect: True
