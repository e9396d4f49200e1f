a = {1, 2}
print(a < {1, 2, 3}, a <= a, a < a, a > {1}, a >= {1, 2}, {1} < {2}, {1} > {2})
print(a == {2, 1}, a != {1}, a == [1, 2], a.issubset([1, 2, 3]), a.issuperset({1}), a.isdisjoint({3, 4}), a.isdisjoint([1]))
# expect: True True False True True False False
# expect: True True False True True True False
