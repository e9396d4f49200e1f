total = 0


def adding(xs):
    global total
    for x in xs:
        total += x
        yield total


for t in adding([1, 2, 3]):
    print(t, total)
# expect: 1 1
# expect: 3 3
# expect: 6 6
