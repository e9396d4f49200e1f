print(sum([1, 2], 10), sum([1, 2], start=10), sum([], 5))
print(sum([[1], [2, 3]], []))
print(sum((x for x in range(4)), 0.5))
# expect: 13 13 5
# expect: [1, 2, 3]
# expect: 6.5
