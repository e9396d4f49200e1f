g = (x * x for x in [1, 2, 3])
print(next(g))
print(list(g), list(g))
for y in (x + 1 for x in range(2)):
    print(y)
# expect: 1
# expect: [4, 9] []
# expect: 1
# expect: 2
