d = {
    "a": 1,
    "b": [
        2,
    ],
}
print(d)
# expect: {'a': 1, 'b': [2]}
