def even(x):
    print("looks at", x)
    return x % 2 == 0


f = filter(even, [1, 2, 3, 4])
print(next(f))
print(list(f))
print(list(filter(None, [0, 1, "", "a", None])))
# expect: looks at 1
# expect: looks at 2
# expect: 2
# expect: looks at 3
# expect: looks at 4
# expect: [4]
# expect: [1, 'a']
