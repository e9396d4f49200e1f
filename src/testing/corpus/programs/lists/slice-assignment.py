a = [0, 1, 2, 3, 4]
a[1:3] = ["b", 2.5, None]
print a
# expect: [0, 'b', 2.5, None, 3, 4]
a[2:5] = []
print a
# expect: [0, 'b', 4]
a[len(a):] = (7, 8)
print a
# expect: [0, 'b', 4, 7, 8]
a[:0] = [-1]
print a
# expect: [-1, 0, 'b', 4, 7, 8]
a[::2] = [10, 11, 12]
print a
# expect: [10, 0, 11, 4, 12, 8]
a[2:1] = ["here"]
print a
# expect: [10, 0, 'here', 11, 4, 12, 8]
a[:] = a[::-1]
print a
# expect: [8, 12, 4, 11, 'here', 0, 10]
b = [1, 2]
b[1:1] = b
print b
# expect: [1, 1, 2, 2]
c = ["s"]
c[0:0] = [1, "t"]
print c
# expect: [1, 't', 's']
d = []
d[:] = [1, 2]
d[5:9] = [3]
print d
# expect: [1, 2, 3]
