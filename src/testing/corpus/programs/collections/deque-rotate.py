from collections import deque

row = deque("abcd")
row.rotate()
print(row)
row.rotate(-2)
print(row)
row.rotate(6)
print(row, deque().rotate(3))
# expect: deque(['d', 'a', 'b', 'c'])
# expect: deque(['b', 'c', 'd', 'a'])
# expect: deque(['d', 'a', 'b', 'c']) None
