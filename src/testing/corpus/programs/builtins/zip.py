for a, b in zip([1, 2, 3], "xy"):
    print a, b
# expect: 1 x
# expect: 2 y
print zip(), zip([]), zip([1, 2]), zip((1, 2), [3.5, None], "ab"), zip([1], [])
# expect: [] [] [(1,), (2,)] [(1, 3.5, 'a'), (2, None, 'b')] []
