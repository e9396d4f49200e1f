a = [3, 1, 2]
print sum(x * x for x in a), max(x for x in a), min(-x for x in a if x != 3)
# expect: 14 3 -2
print sorted(-x for x in a), len([x for x in a])
# expect: [-3, -2, -1] 3
b = []
b.extend(x for x in a if x > 1)
print b, sum((x for x in a))
# expect: [3, 2] 6
