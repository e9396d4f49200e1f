d = {"a": 1}
d["self"] = d
print(d)
l = [d]
d["l"] = l
print(l)
# expect: {'a': 1, 'self': {...}}
# expect: [{'a': 1, 'self': {...}, 'l': [...]}]
