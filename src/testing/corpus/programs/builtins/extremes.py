print max("hello"), min("hello"), max((3, 7, 5)), min((2.5, 1)), max(["b", "abc"]), min((1, 2), (1, 1))
# expect: o e 7 1 b (1, 1)
print sum((1, 2, 3)), sum((0.5, 1)), sum((), 4), sum([True, True])
# expect: 6 1.5 4 2
