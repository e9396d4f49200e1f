e = enumerate("ab")
print(next(e))
print(next(e), next(e, "end"))
print(list(enumerate("ab", 1)))
for i, c in enumerate("xyz", start=7):
    print(i, c)
# expect: (0, 'a')
# expect: (1, 'b') end
# expect: [(1, 'a'), (2, 'b')]
# expect: 7 x
# expect: 8 y
# expect: 9 z
