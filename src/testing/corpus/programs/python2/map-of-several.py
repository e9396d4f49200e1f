def pair(a, b):
    return (a, b)

print map(pair, [1, 2, 3], "a") # expect: [(1, 'a'), (2, None), (3, None)]
print map(lambda a, b, c: a + b + c, [1, 2], [10, 20], [100, 200]) # expect: [111, 222]
print map(pair, [], []) # expect: []
