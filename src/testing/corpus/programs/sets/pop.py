s = {4}
print(s.pop(), s)
s = {3, 1, 2}
print(s.pop(), s.pop(), s)
# expect: 4 set()
# expect: 1 2 {3}
