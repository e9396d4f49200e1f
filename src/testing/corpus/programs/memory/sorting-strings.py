a = []
for i in range(12): a.append("k" + str((i * 7) % 12))
a.sort()
print a
# expect: ['k0', 'k1', 'k10', 'k11', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9']
b = sorted(a)
a.reverse()
print b[0], a[0]
# expect: k0 k9
