print(dict())
print(dict(a=1, b="two"))
print(dict([("x", 1), ("y", 2)]))
print(dict({"p": 1}, q=2))
print(dict(zip(["k", "l"], [1, 2])))
print(dict(["ab", "cd"]))
# expect: {}
# expect: {'a': 1, 'b': 'two'}
# expect: {'x': 1, 'y': 2}
# expect: {'p': 1, 'q': 2}
# expect: {'k': 1, 'l': 2}
# expect: {'a': 'b', 'c': 'd'}
