a = [0, 1, 2, 3, 4, 5, 6, 7]
del a[1:3]
print a
# expect: [0, 3, 4, 5, 6, 7]
del a[::2]
print a
# expect: [3, 5, 7]
del a[5:], a[:1]
print a
# expect: [5, 7]
del a[::-1]
print a
# expect: []
