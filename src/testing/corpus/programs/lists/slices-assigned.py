a = [1, 2, 3, 4, 5]
a[1:3] = [9]
print(a)
# expect: [1, 9, 4, 5]
a[::2] = [0, 0]
print(a)
# expect: [0, 9, 0, 5]
a[1:1] = [7, 7]
print(a)
# expect: [0, 7, 7, 9, 0, 5]
a[::-1] = [1, 2, 3, 4, 5, 6]
print(a)
# expect: [6, 5, 4, 3, 2, 1]
del a[::2]
print(a)
# expect: [5, 3, 1]
