a = [1]
a.extend([2, 3])
a.extend((4, "x"))
a.extend(a)
print a
# expect: [1, 2, 3, 4, 'x', 1, 2, 3, 4, 'x']
a.clear()
print a, len(a)
# expect: [] 0
a.append(2.5)
print a
# expect: [2.5]
