def shown(xs):
    for x in xs:
        print("gives", x)
        yield x


g = shown([0, 3, 5])
print(any(g))
print(next(g))
print(all(shown([1, 0, 2])))
print(any(shown([])), all(shown([])))
# expect: gives 0
# expect: gives 3
# expect: True
# expect: gives 5
# expect: 5
# expect: gives 1
# expect: gives 0
# expect: False
# expect: False True
