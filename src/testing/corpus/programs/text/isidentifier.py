print("abc".isidentifier(), "1a".isidentifier(), "_".isidentifier(), "".isidentifier(), "a b".isidentifier())
# expect: True False True False False
