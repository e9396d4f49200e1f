a = {1, 2}
b = a.copy()
b.add(3)
print(a, b)
a.clear()
print(a, b)
# expect: {1, 2} {1, 2, 3}
# expect: set() {1, 2, 3}
