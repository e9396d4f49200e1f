# dialect: classic
a = [1, 2, 3]
a[2000000000] = 9  # fault: out-of-memory
