print(dict.fromkeys(["a", "b"]))
print(dict.fromkeys("ab", 0))
print(dict.fromkeys(range(3), "x"))
# expect: {'a': None, 'b': None}
# expect: {'a': 0, 'b': 0}
# expect: {0: 'x', 1: 'x', 2: 'x'}
