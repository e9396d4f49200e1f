def f(xs):
    for x in xs:
        yield 6 // x  # fault: division-by-zero


for x in f([3, 2, 0, 1]):
    print(x)
# expect: 2
# expect: 3
