import copy
d = [1]
f = copy.deepcopy([d, d])
f[0].append(2)
print(f, d)
# expect: [[1, 2], [1, 2]] [1]
