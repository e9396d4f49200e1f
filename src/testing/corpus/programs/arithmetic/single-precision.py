print 0.1 + 0.2
# expect: 0.3
print 16777216.0 + 1.0
# expect: 16777216.0
print 1.0 / 3.0
# expect: 0.33333334
x = 1.0
i = 0
while i < 30:
    x = x / 2.0
    i += 1
print x
# expect: 9.313226e-10
