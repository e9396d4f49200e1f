pairs = ((a, b) for a in range(4) for b in range(a) if (a + b) % 2 == 1)
print(list(pairs))
rows = ((i * j for j in range(3)) for i in range(3))
for row in rows:
    print(list(row))
# expect: [(1, 0), (2, 1), (3, 0), (3, 2)]
# expect: [0, 0, 0]
# expect: [0, 1, 2]
# expect: [0, 2, 4]
