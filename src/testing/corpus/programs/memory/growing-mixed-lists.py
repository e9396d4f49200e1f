a = []
for i in range(30):
    a.append(i)
    a.append("s" + str(i))
    a.insert(0, [i * 0.5])
print len(a), a[0], a[29], a[30], a[31], a[89], a[88]
# expect: 90 [14.5] [0.0] 0 s0 s29 29
