# dialect: classic
# cores: 1
print 0.1
print 1.0/3
print 100000000.0
print 1e10
print 16777217.0
a=3
print a+0.5
print a*1.0
# expect: 0.100000
# expect: 0.333333
# expect: 100000000.000000
# expect: 10000000000.000000
# expect: 16777216.000000
# expect: 3.500000
# expect: 3.000000
