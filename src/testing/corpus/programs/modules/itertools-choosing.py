from itertools import combinations, combinations_with_replacement, permutations

print(list(permutations([1, 2, 3])))
print(list(permutations("abc", 2)))
print(list(combinations("abcd", 2)), list(combinations([1], 2)))
print(list(combinations_with_replacement("ab", 2)))
# expect: [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)]
# expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] []
# expect: [('a', 'a'), ('a', 'b'), ('b', 'b')]
