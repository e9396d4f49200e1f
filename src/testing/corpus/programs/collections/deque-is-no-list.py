from collections import deque

a = deque([1, 2])
print(a == deque([1, 2]), a == [1, 2], a != deque([2]), isinstance(a, list), a < deque([3]))
a.remove(1)
a.insert(0, 5)
a.reverse()
a[1] = 6
print(a, a.index(6), a.count(2), list(reversed(a)), a + deque([3]), a.copy())
# expect: True False True False True
# expect: deque([2, 6]) 1 1 [6, 2] deque([2, 6, 3]) deque([2, 6])
