d = {"a": 3, "b": 1, "c": 2}
print(sorted(d.values(), reverse=True), sorted(d.items()))
print([k for v, k in sorted([(v, k) for k, v in d.items()])])
# expect: [3, 2, 1] [('a', 3), ('b', 1), ('c', 2)]
# expect: ['b', 'c', 'a']
