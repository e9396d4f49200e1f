it = iter([1, 2, 3])
print(next(it))
for x in it:
    print(x)
print(next(it, "end"))
# expect: 1
# expect: 2
# expect: 3
# expect: end
