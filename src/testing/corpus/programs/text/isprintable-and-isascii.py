print("a b".isprintable(), "a\n".isprintable(), "\x7f".isprintable(), "".isprintable())
# expect: True False False True
print("ab".isascii(), "é".isascii(), "".isascii())
# expect: True False True
