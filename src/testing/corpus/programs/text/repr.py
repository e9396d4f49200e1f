print(repr("a"), repr(1), repr("it's"), repr('"'), repr("\n\x00\u00ad"), repr([1, "a"]), repr(None), repr(0.5))
# expect: 'a' 1 "it's" '"' '\n\x00\xad' [1, 'a'] None 0.5
