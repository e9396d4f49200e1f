a = [lambda: x for x in [1, 2]]
b = [lambda: x for x in [3, 4]]
print(a[0](), b[0]())
# expect: 2 4
