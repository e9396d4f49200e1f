a = [1, 2, 3]
a[-4] = 1 # fault: index-out-of-range
