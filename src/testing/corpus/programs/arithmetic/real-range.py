x = 3.0e38
print x * 10.0
# expect: inf
print -(x * 10.0)
# expect: -inf
y = 1.0e-38
print y / 1.0e10
# expect: 0.0
print x * 10.0 - x * 10.0
# expect: nan
