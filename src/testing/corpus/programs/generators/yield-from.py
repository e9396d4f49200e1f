def inner(n):
    for i in range(n):
        yield i
    return n * 10


def outer():
    first = yield from inner(2)
    print("inner gave", first)
    yield from "ab"
    yield from [7, 8]
    yield from ()
    yield "end"


for x in outer():
    print(x)
# expect: 0
# expect: 1
# expect: inner gave 20
# expect: a
# expect: b
# expect: 7
# expect: 8
# expect: end
