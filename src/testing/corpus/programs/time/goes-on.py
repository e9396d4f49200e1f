import time
from time import time as now
start = time.time()
for i in range(1000):
    x = i
end = now()
print start >= 0, end > start, end - start < 1
# expect: True True True
print type(end)
# expect: <type 'float'>
