print(["a\tb".expandtabs(), "ab\tc\nd\te".expandtabs(3), "a\tb".expandtabs(0), "\t|".expandtabs(tabsize=2)])
# expect: ['a       b', 'ab c\nd  e', 'ab', '  |']
