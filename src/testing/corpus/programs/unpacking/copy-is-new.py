a = [1, 2]
b = [*a]
b.append(3)
d = {"k": 1}
e = {**d}
e["k"] = 2
print(a, b, d, e)
# expect: [1, 2] [1, 2, 3] {'k': 1} {'k': 2}
