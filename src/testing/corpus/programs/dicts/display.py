d = {"a": 1, "b": [2, 3], 4: "four"}
print(d)
print({}, {"x": {}}, len(d))
# expect: {'a': 1, 'b': [2, 3], 4: 'four'}
# expect: {} {'x': {}} 3
