d = {"x": 1}
d["y"] = 2
d["x"] = d["x"] + d["y"]
print(d["x"], d["y"])
# expect: 3 2
