d = {"a": 1, "b": 2, "c": 3, "d": 4}
del d["b"]
print(d)
d["b"] = 5
print(d)
del d["a"], d["d"]
print(d, "a" in d)
# expect: {'a': 1, 'c': 3, 'd': 4}
# expect: {'a': 1, 'c': 3, 'd': 4, 'b': 5}
# expect: {'c': 3, 'b': 5} False
