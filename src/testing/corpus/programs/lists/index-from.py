a = [5, 1, 5, 2.5, 5]
print a.index(5), a.index(5, 1), a.index(5, -1), a.index(2.5, 0, 4), a.index(1, -10), (1, 2, 1).index(1, 1)
# expect: 0 2 4 3 1 2
b = a.copy()
a.clear()
print a, b, b.count(5), b.count(9), a.copy()
# expect: [] [5, 1, 5, 2.5, 5] 3 0 []
