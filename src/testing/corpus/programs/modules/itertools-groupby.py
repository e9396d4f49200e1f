from itertools import groupby

for letter, group in groupby("aabccc"):
    print(letter, list(group))
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
# expect: a ['a', 'a']
# expect: b ['b']
# expect: c ['c', 'c', 'c']
# expect: [(1, 2), (0, 2), (1, 1)]
