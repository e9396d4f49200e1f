def rows(n):
    for i in range(n):
        yield cells(i)


def cells(n):
    for i in range(n):
        yield (n, i)


for row in rows(4):
    for n, i in row:
        print(n, i)
# expect: 1 0
# expect: 2 0
# expect: 2 1
# expect: 3 0
# expect: 3 1
# expect: 3 2
