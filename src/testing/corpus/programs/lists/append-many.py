a = []
i = 0
while i < 100:
    a.append(i)
    i += 1
a.append("end")
print len(a), a[0], a[99], a[100], sum(a[:100])
# expect: 101 0 99 end 4950
