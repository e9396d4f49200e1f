s = {1}
n = 10
step = 3
n -= step
n |= 8
n &= step
print(n, s)
# expect: 3 {1}
