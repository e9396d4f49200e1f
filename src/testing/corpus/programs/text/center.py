print(["ab".center(5), "ab".center(6), "abc".center(6), "abc".center(2), "x".center(-1)])
# expect: ['  ab ', '  ab  ', ' abc  ', 'abc', 'x']
print("ab".center(7, "*"), "title".center(11, "="))
# expect: ***ab** ===title===
