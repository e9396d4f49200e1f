for first, *others in [(1, 2, 3), [4], "xyz"]:
    print(first, others)
# expect: 1 [2, 3]
# expect: 4 []
# expect: x ['y', 'z']
