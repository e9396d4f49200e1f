a = [0, 1, 2, 3]
a[::2] = [1, 2, 3]  # fault: slice-length
