def pipeline(xs):
    def doubled():
        for x in xs:
            yield x * 2

    def shifted():
        for x in doubled():
            yield x + 1

    return list(shifted())


print(pipeline([1, 2, 3]))
# expect: [3, 5, 7]
