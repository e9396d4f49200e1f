print(set("aab") == {"a", "b"}, set([1, 2, 2]), set((3,)), set({5: 6}), set({7}), set(range(4)))
print(sorted(set({"a": 1}.values())), frozenset([2, 1]))
# expect: True {1, 2} {3} {5} {7} {0, 1, 2, 3}
# expect: [1] frozenset({1, 2})
