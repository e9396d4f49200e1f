def add(d, k, v):
    d[k] = v
    return d
base = {}
add(base, "a", 1)
print(add(base, "b", 2) == base, base)
# expect: True {'a': 1, 'b': 2}
