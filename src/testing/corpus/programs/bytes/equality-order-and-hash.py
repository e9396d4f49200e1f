print(b"ab" == b"ab", b"ab" == bytearray(b"ab"), b"ab" == "ab", b"a" < b"b", b"b" > b"ab", b"a" <= bytearray(b"a"))
table = {b"key": 1}
print(table[b"key"], b"other" in table, len({b"a", b"a", b"b"}), hash(b"q") == hash(b"q"))
# expect: True True False True True True
# expect: 1 False 2 True
