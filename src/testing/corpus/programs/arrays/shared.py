from array import *
a = shared_mem_array(100, 10)
for i in range(100):
    a[i][i % 10] = i
s = 0
for row in a:
    s += sum(row)
print s, shape(a)
# expect: 4950 (100, 10)
