print("abcdef"[1:5:2], "abcdef"[::-2], "abcdef"[-1:-4:-1], (1, 2, 3)[::-1], "abc"[5:], "abc"[:-5], [1, 2, 3][True:])
# expect: bd fdb fed (3, 2, 1)   [2, 3]
