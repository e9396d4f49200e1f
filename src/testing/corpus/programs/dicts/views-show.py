d = {"a": 1, "b": 2}
print(d.keys())
print(d.values())
print(d.items())
# expect: dict_keys(['a', 'b'])
# expect: dict_values([1, 2])
# expect: dict_items([('a', 1), ('b', 2)])
