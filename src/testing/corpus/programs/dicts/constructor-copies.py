d = {"a": 1}
e = dict(d)
e["a"] = 2
print(d, e)
# expect: {'a': 1} {'a': 2}
