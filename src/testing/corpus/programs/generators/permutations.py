def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


for one in permutations([1, 2, 3]):
    print(one)
# expect: [1, 2, 3]
# expect: [1, 3, 2]
# expect: [2, 1, 3]
# expect: [2, 3, 1]
# expect: [3, 1, 2]
# expect: [3, 2, 1]
