a, b = {"x": 1, "y": 2}
print(a, b)
(k, v), = {"q": 9}.items()
print(k, v)
# expect: x y
# expect: q 9
