print("ab".isalpha(), "".isalpha(), "a1".isalpha(), "日本".isalpha())
# expect: True False False True
print("ab1".isalnum(), "".isalnum(), "a b".isalnum(), "½".isalnum())
# expect: True False False True
