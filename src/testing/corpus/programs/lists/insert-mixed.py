a = []
a.insert(0, 1)
a.insert(0, "a")
a.insert(1, 2.5)
a.insert(-1, True)
a.insert(100, None)
a.insert(-100, [0])
print a
# expect: [[0], 'a', 2.5, True, 1, None]
b = [1]
b.insert(0, "x")
print b
# expect: ['x', 1]
c = [1]
c.insert(0, 2)
print c
# expect: [2, 1]
