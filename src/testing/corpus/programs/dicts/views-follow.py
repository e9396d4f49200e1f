d = {"a": 1}
keys = d.keys()
items = d.items()
d["b"] = 2
print(keys, len(keys), items)
del d["a"]
print(keys, list(items), "b" in keys)
# expect: dict_keys(['a', 'b']) 2 dict_items([('a', 1), ('b', 2)])
# expect: dict_keys(['b']) [('b', 2)] True
