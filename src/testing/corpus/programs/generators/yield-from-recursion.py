def leaves(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from leaves(branch)
    else:
        yield tree


for x in leaves([1, [2, [3, 4], []], [[5]]]):
    print(x)
# expect: 1
# expect: 2
# expect: 3
# expect: 4
# expect: 5
