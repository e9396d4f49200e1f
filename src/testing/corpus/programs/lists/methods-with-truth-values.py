a = [1, 2, 3]
a.insert(True, 9)
print(a.pop(True), a)
# expect: 9 [1, 2, 3]
