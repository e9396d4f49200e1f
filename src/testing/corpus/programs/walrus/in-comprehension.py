print([y for x in range(5) if (y := x * x) % 2 == 0], y)
total = 0
print([total := total + x for x in [1, 2, 3]], total)
# expect: [0, 4, 16] 16
# expect: [1, 3, 6] 6
