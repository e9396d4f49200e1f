z = zip([1, 2, 3], "ab")
print(next(z))
print(list(z))
print(list(z))
print(list(zip()), list(zip([1])), list(zip([1], (2,), "c")))
# expect: (1, 'a')
# expect: [(2, 'b')]
# expect: []
# expect: [] [(1,)] [(1, 2, 'c')]
