a = []
for i in range(10):
    a.extend(["x" + str(i), i])
    a = a[0:] + [i * 1.5]
print len(a), a[27], a[28], a[29], a[-3:]
# expect: 30 x9 9 13.5 ['x9', 9, 13.5]
