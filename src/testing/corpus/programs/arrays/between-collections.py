from array import array, flatten, shape
keep = []
for i in range(30):
    a = array(3, 4)
    a[2][3] = str(i)
    keep.append((shape(a), flatten(a)[-1]))
print keep[0], keep[29]
# expect: ((3, 4), '0') ((3, 4), '29')
