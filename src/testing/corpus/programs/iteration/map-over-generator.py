def count():
    n = 1
    while True:
        yield n
        n += 1


def square(x):
    return x * x


for s in map(square, count()):
    if s > 30:
        break
    print(s)
# expect: 1
# expect: 4
# expect: 9
# expect: 16
# expect: 25
