r = reversed([1, 2, 3])
print(next(r))
print(list(r), list(r))
print(list(reversed("abc")), list(reversed((1, 2))))
for x in reversed([1, 2]):
    print(x)
# expect: 3
# expect: [2, 1] []
# expect: ['c', 'b', 'a'] [2, 1]
# expect: 2
# expect: 1
