t = (1, 2)
t[0:1] = [3]  # fault: cannot-change
