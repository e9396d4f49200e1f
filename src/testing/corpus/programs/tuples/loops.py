for i, (p, q) in [(0, (1, 2)), (1, [3, 4])]:
    print i, p, q
# expect: 0 1 2
# expect: 1 3 4
for a, b in ["xy", "zw"]:
    print a + b
# expect: xy
# expect: zw
for k in 1, 2.5:
    print k
# expect: 1
# expect: 2.5
v = [0, 0]
for v[1] in (3, 4):
    print v
# expect: [0, 3]
# expect: [0, 4]
