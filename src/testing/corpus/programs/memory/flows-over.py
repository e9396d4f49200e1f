# Larger than the core's heap: it lies in shared memory.
a = [0] * 20000
a[19999] = 7
print len(a), a[19999], sum(a)
# expect: 20000 7 7
b = "ab" * 50000
print len(b), b[99999]
# expect: 100000 b
