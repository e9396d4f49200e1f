def until(limit):
    n = 0
    while True:
        if n == limit:
            return
        yield n
        n += 1


print([x for x in until(4)])
# expect: [0, 1, 2, 3]
