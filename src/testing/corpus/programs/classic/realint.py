# dialect: classic
# cores: 1
a=3
a/=2.0
print a
b=5%2.5
print b
print 2^-1
print 2.0^0.5
# expect: 1.500000
# expect: 0.000000
# expect: 2
# expect: 0.000000
