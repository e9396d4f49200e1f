# dialect: classic
# cores: 1
a=5
b=a -1
print b
c=a-1
print c
d=a - -1
print d
print -3
print 3*-2
# expect: 4
# expect: 4
# expect: 6
# expect: -3
# expect: -6
