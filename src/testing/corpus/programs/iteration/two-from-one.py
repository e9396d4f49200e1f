it = iter([1, 2, 3, 4])
for a in it:
    b = next(it)
    print(a, b)
# expect: 1 2
# expect: 3 4
