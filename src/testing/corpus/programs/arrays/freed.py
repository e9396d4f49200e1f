from array import *
import memory
# Each of them takes most of the core's memory.
for i in range(20):
    a = shared_mem_array(90000)
    a[-1] = i
    freearray(a)
b = [1, 2, 3]
memory.free(b)
b.append(4)
memory.gc()
print a, b, i
# expect: [] [4] 19
