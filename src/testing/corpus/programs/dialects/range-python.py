print range(3)
# expect: [0, 1, 2]
