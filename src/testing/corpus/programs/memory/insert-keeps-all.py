a = []
for i in range(20): a.insert(i / 2, "v" + str(i))
print a[0], a[5], a[19], a.count("v3"), len(a)
# expect: v1 v11 v0 1 20
