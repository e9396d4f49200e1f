d = {"b": 2, "a": 1, "c": 3}
print(sorted(d), max(d), min(d.values()), sum(d.values()), list(d.items()), tuple(d))
print(list(enumerate(d)), list(zip(d, d.values())), ",".join(d), any({0: 1}), all({0: 1}))
# expect: ['a', 'b', 'c'] c 1 6 [('b', 2), ('a', 1), ('c', 3)] ('b', 'a', 'c')
# expect: [(0, 'b'), (1, 'a'), (2, 'c')] [('b', 2), ('a', 1), ('c', 3)] b,a,c False False
