d = {"a": 1, "b": 2}
it = iter(d)
print(next(it), next(it), next(it, "end"))
print(next(iter(d.values())), next(iter(d.items())))
print(list(zip(d, d.values())))
print(list(enumerate(d)))
# expect: a b end
# expect: 1 ('a', 1)
# expect: [('a', 1), ('b', 2)]
# expect: [(0, 'a'), (1, 'b')]
