a = [1, 2]
a.append(a)
print a
# expect: [1, 2, [...]]
b = [a, a]
print b
# expect: [[1, 2, [...]], [1, 2, [...]]]
c = [0, 0, 0]
c[0] = c
c[1] = c
c[2] = c
print c
# expect: [[...], [...], [...]]
