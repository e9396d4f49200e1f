left = [3, 2, 1, 0, 7]


def take():
    return left.pop(0)


for x in iter(take, 0):
    print(x)
print(left)
# expect: 3
# expect: 2
# expect: 1
# expect: [7]
