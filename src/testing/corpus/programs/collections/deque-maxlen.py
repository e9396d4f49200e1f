from collections import deque

last = deque(maxlen=3)
for k in range(5):
    last.append(k)
print(last, last.maxlen)
last.appendleft(9)
print(last, deque([1, 2, 3], 2))
# expect: deque([2, 3, 4], maxlen=3) 3
# expect: deque([9, 2, 3], maxlen=3) deque([2, 3], maxlen=2)
