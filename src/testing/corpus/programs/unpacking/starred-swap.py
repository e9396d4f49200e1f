a, b = 1, [2, 3]
a, *b = *b, a
print(a, b)
# expect: 2 [3, 1]
