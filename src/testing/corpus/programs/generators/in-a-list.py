def count(start):
    while True:
        yield start
        start += 1


gs = [count(10), count(20), count(30)]
for turn in range(3):
    print([next(g) for g in gs])
# expect: [10, 20, 30]
# expect: [11, 21, 31]
# expect: [12, 22, 32]
