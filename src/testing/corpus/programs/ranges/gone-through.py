a, b, c = range(3)
print(a, b, c, list(range(10, 0, -3)), tuple(range(3)), set(range(3)))
r = range(2, 5)
for x in r:
    print(x)
print([x * x for x in r], list(zip(r, "abc")), list(enumerate(r)), list(reversed(r)))
# expect: 0 1 2 [10, 7, 4, 1] (0, 1, 2) {0, 1, 2}
# expect: 2
# expect: 3
# expect: 4
# expect: [4, 9, 16] [(2, 'a'), (3, 'b'), (4, 'c')] [(0, 2), (1, 3), (2, 4)] [4, 3, 2]
