r = range(10)
print(r[1:3], r[::-1], r[2:8:3], r[-3:], list(r[8:2:-2]))
# expect: range(1, 3) range(9, -1, -1) range(2, 8, 3) range(7, 10) [8, 6, 4]
