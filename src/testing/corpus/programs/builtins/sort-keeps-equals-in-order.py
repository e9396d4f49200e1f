a = [(1, "a"), (0, "b"), (1, "a")]
b = [1, True, 1.0, 2]
b.sort(reverse=True)
print b
# expect: [2, 1, True, 1.0]
a.sort(reverse=1)
print a
# expect: [(1, 'a'), (1, 'a'), (0, 'b')]
