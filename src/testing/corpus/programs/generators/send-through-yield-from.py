def inner():
    got = yield "ready"
    print("inner got", got)
    got = yield "again"
    print("inner got", got)
    return "done"


def outer():
    result = yield from inner()
    yield result


g = outer()
print(next(g))
print(g.send(1))
print(g.send(2))
# expect: ready
# expect: inner got 1
# expect: again
# expect: inner got 2
# expect: done
