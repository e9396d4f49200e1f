a = [1, "b", 2.5, None, 5]
print a.pop(), a.pop(0), a.pop(-2)
# expect: 5 1 2.5
print a
# expect: ['b', None]
a.remove(None)
print a
# expect: ['b']
print a.pop()
# expect: b
a.append(3)
print a
# expect: [3]
