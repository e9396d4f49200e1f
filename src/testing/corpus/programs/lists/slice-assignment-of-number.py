a = [0, 1, 2, 3]
a[1:2] = 5  # fault: not-iterable
