d = {"n": 1, "l": [1]}
e = d.copy()
e["n"] = 2
e["l"].append(2)
print(d, e)
f = d
f["n"] = 9
print(d["n"])
# expect: {'n': 1, 'l': [1, 2]} {'n': 2, 'l': [1, 2]}
# expect: 9
