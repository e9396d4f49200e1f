d = {"a": 1, "b": 2}
print(d.popitem(), d)
print(d.popitem(), d)
# expect: ('b', 2) {'a': 1}
# expect: ('a', 1) {}
