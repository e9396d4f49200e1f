a = 7
b = 3
print a % b, -a % b, a % -b, -a % -b
# expect: 1 2 -2 -1
print 6 % -b, -6 % b
# expect: 0 0
print 7.5 % 2, -7.5 % 2, 7.5 % -2
# expect: 1.5 0.5 -0.5
