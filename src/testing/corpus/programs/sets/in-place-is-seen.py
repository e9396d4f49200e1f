a = {1}
b = a
b |= {2}
b -= {1}
print(a, a is b)
c = a
c = c | {9}
print(a, c)
# expect: {2} True
# expect: {2} {9, 2}
