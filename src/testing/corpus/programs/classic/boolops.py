# dialect: classic
# cores: 1
a=3
b=a==3
print b
c=a>5
print c
print 3<4
d=(a==3 and b)
print d
# expect: true
# expect: false
# expect: true
