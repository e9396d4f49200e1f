a = [1]
a.extend("bc")
a.extend(a)
print a
# expect: [1, 'b', 'c', 1, 'b', 'c']
