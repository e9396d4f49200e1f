from array import array, arraycopy
a = array(2, 2)
row = a[0]
b = [[1, 2.5], ["c", None]]
arraycopy(a, b)
b[0][0] = 7
print a, row is a[0]
# expect: [[1, 2.5], ['c', None]] True
