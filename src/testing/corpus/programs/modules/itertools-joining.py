import itertools

print(list(itertools.chain([1], "ab", (2,))), list(itertools.chain()))
print(list(itertools.zip_longest([1, 2, 3], "a")))
print(list(itertools.zip_longest([1], [2, 3], fillvalue=0)))
print(list(itertools.pairwise([1, 2, 3])))
# expect: [1, 'a', 'b', 2] []
# expect: [(1, 'a'), (2, None), (3, None)]
# expect: [(1, 2), (0, 3)]
# expect: [(1, 2), (2, 3)]
