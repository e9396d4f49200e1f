def f():
    return 1
d = {1: "i", 2.5: "r", "s": "t", (1, ("a", 2)): "u", None: "n", True: "b", f: "f", int: "type"}
print(len(d), d[1], d[2.5], d["s"], d[(1, ("a", 2))], d[None], d[f], d[int])
# expect: 7 b r t u n f type
