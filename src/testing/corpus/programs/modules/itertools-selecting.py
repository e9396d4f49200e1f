from itertools import compress, dropwhile, filterfalse, takewhile

print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])))
print(list(filterfalse(lambda x: x % 2, range(5))), list(compress("abc", [1, 0, 1])))
# expect: [1, 2] [3, 1]
# expect: [0, 2, 4] ['a', 'c']
