# What is being worked on must live while more is made.
def name(n): return "n" + str(n)
print [name(1) + name(2), [name(3), name(4) + name(5)], name(6)[0:2] + (name(7) + name(8))]
# expect: ['n1n2', ['n3', 'n4n5'], 'n6n7n8']
print name(1) + name(2) == "n1n2" and name(3) < name(4) < name(5)
# expect: True
a = [name(1)] * 3 + [name(2)]
a[1] = name(9) + a[0]
print a, (name(1), name(2))[1], [name(5), 1, name(6)][::-1]
# expect: ['n1', 'n9n1', 'n1', 'n2'] n2 ['n6', 1, 'n5']
