def rows():
    return [[lambda: (i, j) for j in range(2)] for i in range(2)]
for row in rows():
    for f in row:
        print(f())
# expect: (1, 1)
# expect: (1, 1)
# expect: (1, 1)
# expect: (1, 1)
