def nothing():
    if False:
        yield 1


for x in nothing():
    print("never")
print([x for x in nothing()])
print(next(nothing(), "empty"))
# expect: []
# expect: empty
