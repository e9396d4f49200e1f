print({n % 3: n for n in range(8)})
# expect: {0: 6, 1: 7, 2: 5}
