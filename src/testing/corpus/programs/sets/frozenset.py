f = frozenset([1, 2])
print(f, f == {1, 2}, {f: "x"}[frozenset([2, 1])], f | {3}, {3} | f, f & {1}, len(f))
print(type(f), f.union([9]), hash(f) == hash(frozenset([2, 1])), frozenset())
# expect: frozenset({1, 2}) True x frozenset({1, 2, 3}) {1, 2, 3} frozenset({1}) 2
# expect: <class 'frozenset'> frozenset({1, 2, 9}) True frozenset()
