from collections import deque
d = deque([1, 2], maxlen=5)
same = d
d += [3]
d *= 2
print(d, d is same)
print(deque("ab") * 2)
d += d
print(d)
# expect: deque([2, 3, 1, 2, 3], maxlen=5) True
# expect: deque(['a', 'b', 'a', 'b'])
# expect: deque([2, 3, 1, 2, 3], maxlen=5)
