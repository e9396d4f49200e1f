# dialect: classic
a = [1, 2, 3]
a[5] = 9
print a[6]  # fault: index-out-of-range
