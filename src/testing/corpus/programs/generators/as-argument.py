def squares(xs):
    for x in xs:
        yield x * x


def evens(xs):
    for x in xs:
        if x % 2 == 0:
            yield x


def show(xs):
    for x in xs:
        print(x)


show(evens(squares(range(7))))
# expect: 0
# expect: 4
# expect: 16
# expect: 36
