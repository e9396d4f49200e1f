import copy
a = {"x": [1], "y": {2}}
b = copy.copy(a)
c = copy.deepcopy(a)
a["x"].append(3)
a["z"] = 4
print(a)
# expect: {'x': [1, 3], 'y': {2}, 'z': 4}
print(b)
# expect: {'x': [1, 3], 'y': {2}}
print(c)
# expect: {'x': [1], 'y': {2}}
s = {1, 2}
t = copy.copy(s)
s.add(3)
print(t, copy.deepcopy({(1, 2): {3}}))
# expect: {1, 2} {(1, 2): {3}}
