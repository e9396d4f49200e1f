a = {1, 2, 3}
print(a.union([3, 4]), a.union({5}, [6]), a.union())
print(a.intersection([2, 3, 9]), a.intersection({1, 2}, {2, 3}))
print(a.difference({1}), a.difference([1], [2]), a.symmetric_difference([3, 4]))
print(a)
# expect: {1, 2, 3, 4} {1, 2, 3, 5, 6} {1, 2, 3}
# expect: {2, 3} {2}
# expect: {2, 3} {3} {1, 2, 4}
# expect: {1, 2, 3}
