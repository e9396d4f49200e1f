print({"a": 1, "b": 2, "a": 3})
# expect: {'a': 3, 'b': 2}
