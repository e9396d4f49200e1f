a = {"x": 1}
b = a
b |= {"y": 2}
print(a)
# expect: {'x': 1, 'y': 2}
