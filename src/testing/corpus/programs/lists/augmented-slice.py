# The slice is read, changed and put back; its object and bounds are computed once.
def bound():
    print("bound")
    return 1

a = [1, 2, 3, 4]
a[1:3] += [9]
print(a)  # expect: [1, 2, 3, 9, 4]
a[:1] *= 3
print(a)  # expect: [1, 1, 1, 2, 3, 9, 4]
a[bound():] += [a[0]]  # expect: bound
print(a)  # expect: [1, 1, 1, 2, 3, 9, 4, 1]
a[::2] += []
print(a)  # expect: [1, 1, 1, 2, 3, 9, 4, 1]
b = [[1, 2], [3]]
b[0][1:] += b[1]
print(b)  # expect: [[1, 2, 3], [3]]
