a = [3, 1, 2]
a.sort()
print a
# expect: [1, 2, 3]
b = [2.5, 1, True, 3]
b.sort()
print b
# expect: [1, True, 2.5, 3]
a.reverse()
print a, sorted(["b", "a"]), sorted([[2, 1], [1, 9], [1]])
# expect: [3, 2, 1] ['a', 'b'] [[1], [1, 9], [2, 1]]
c = [1, "a", 2.5]
c.reverse()
print c
# expect: [2.5, 'a', 1]
