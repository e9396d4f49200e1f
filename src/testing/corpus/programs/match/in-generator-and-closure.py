def flat(items):
    for item in items:
        match item:
            case [*inner]:
                yield from flat(inner)
            case _:
                yield item


def adder(pair):
    match pair:
        case [a, b]:
            return lambda: a + b


print(list(flat([1, [2, [3, 4]], 5])), adder((6, 7))())
# expect: [1, 2, 3, 4, 5] 13
