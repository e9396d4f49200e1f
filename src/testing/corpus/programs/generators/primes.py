def numbers(n):
    while True:
        yield n
        n += 1


def without(xs, p):
    for x in xs:
        if x % p != 0:
            yield x


def primes():
    xs = numbers(2)
    while True:
        p = next(xs)
        yield p
        xs = without(xs, p)


for p in primes():
    if p > 30:
        break
    print(p)
# expect: 2
# expect: 3
# expect: 5
# expect: 7
# expect: 11
# expect: 13
# expect: 17
# expect: 19
# expect: 23
# expect: 29
