from itertools import islice

print(list(islice("abcdef", 2)), list(islice("abcdefg", 1, 6, 2)), list(islice([1, 2, 3], 1, None)))
it = iter([1, 2, 3, 4])
print(list(islice(it, 2)), next(it))
# expect: ['a', 'b'] ['b', 'd', 'f'] [2, 3]
# expect: [1, 2] 3
