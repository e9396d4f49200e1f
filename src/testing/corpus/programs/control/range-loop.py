for i in range(3): print i,
print i
# expect: 0 1 2 2
for i in range(5, 0, -2): print i,
print
# expect: 5 3 1 
for i in range(3):
    i = 10
    print i,
print
# expect: 10 10 10 
n = 3
for i in range(n):
    n = 1
    print i,
print
# expect: 0 1 2 
for i in range(2147483645, 2147483647): print i
# expect: 2147483645
# expect: 2147483646
for i in range(-2147483647, -2147483648, -1): print i
# expect: -2147483647
for i in range(2147483600, 2147483647, 40): print i
# expect: 2147483600
# expect: 2147483640
