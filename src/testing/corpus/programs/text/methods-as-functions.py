print(str.upper("a"), str.split("a b"), list(map(str.upper, ["a", "b"])), str.join("-", ["a", "b"]))
# expect: A ['a', 'b'] ['A', 'B'] a-b
print(list.count([1, 1], 1), dict.get({1: 2}, 1), str.index("abc", "c"), tuple.index((1, 2), 2))
# expect: 2 2 2 1
