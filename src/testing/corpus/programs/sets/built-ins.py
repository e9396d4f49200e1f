s = {3, 1, 2}
print(sum(s), max(s), min(s), sorted(s, reverse=True), list(s), tuple(s), len(s), any(s), all({0}))
print(list(enumerate({7})), list(zip({1}, {2})), "-".join({"x"}))
# expect: 6 3 1 [3, 2, 1] [1, 2, 3] (1, 2, 3) 3 True False
# expect: [(0, 7)] [(1, 2)] x
