import copy
a = [[1], [2, [3]], (4, [5])]
b = copy.copy(a)
c = copy.deepcopy(a)
a[0].append(9)
a[1][1].append(8)
a.append(6)
print(a)
# expect: [[1, 9], [2, [3, 8]], (4, [5]), 6]
print(b)
# expect: [[1, 9], [2, [3, 8]], (4, [5])]
print(c, copy.copy(5), copy.deepcopy("x"))
# expect: [[1], [2, [3]], (4, [5])] 5 x
