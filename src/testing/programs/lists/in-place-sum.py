a = [1]
b = a
a += [2, 3]
print a, b, a is b
# expect: [1, 2, 3] [1, 2, 3] True
b *= 2
print a
# expect: [1, 2, 3, 1, 2, 3]
