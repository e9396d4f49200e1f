# dialect: classic
# cores: 1
print 2*3^2
print 2^3^2
print 2**3
print 10-2^2
print 2.0^3
print 2^0
x=3
print x*x^2
print 18/3^2
print 2^3*2
# expect: 36
# expect: 64
# expect: 8
# expect: 6
# expect: 8.000000
# expect: 1
# expect: 81
# expect: 36
# expect: 16
