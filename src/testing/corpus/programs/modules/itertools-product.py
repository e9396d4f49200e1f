from itertools import product

print(list(product([1, 2], "ab")))
print(list(product([0, 1], repeat=2)), list(product()), list(product([1], [])))
# expect: [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
# expect: [(0, 0), (0, 1), (1, 0), (1, 1)] [()] []
