def inner():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("inner", e)
        yield 3
    return "result"


def outer():
    try:
        value = yield from inner()
        print("got", value)
        yield from [4, 5]
    except KeyError as e:
        print("outer", e)
        yield 6


g = outer()
print(next(g))
print(g.throw(ValueError("v")))
print(next(g))
print(g.throw(KeyError("k")))
print(next(g, "end"))
# expect: 1
# expect: inner v
# expect: 3
# expect: got result
# expect: 4
# expect: outer 'k'
# expect: 6
# expect: end
