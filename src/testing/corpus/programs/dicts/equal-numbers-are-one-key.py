d = {1: "int"}
d[1.0] = "real"
d[True] = "bool"
print(d, len(d))
print({0: "a"}[False], {2.0: "b"}[2])
# expect: {1: 'bool'} 1
# expect: a b
