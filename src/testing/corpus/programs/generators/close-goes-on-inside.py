def inner():
    try:
        yield 1
    finally:
        print("inner")


def outer():
    try:
        yield from inner()
    finally:
        print("outer")


def over_a_list():
    try:
        yield from [1, 2]
    finally:
        print("list")


for make in [outer, over_a_list]:
    g = make()
    next(g)
    g.close()
    print(next(g, "end"))
# expect: inner
# expect: outer
# expect: end
# expect: list
# expect: end
