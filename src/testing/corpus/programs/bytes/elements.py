b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], len(b), list(b), bool(b), bool(b""))
for byte in b[:2]:
    print(byte)
first, *rest = b
print(first, rest, max(b), sum(b[:2]), sorted(b), 104 in b, b"ell" in b, b"x" not in b)
# expect: 104 111 b'el' b'olleh' 5 [104, 101, 108, 108, 111] True False
# expect: 104
# expect: 101
# expect: 104 [101, 108, 108, 111] 111 205 [101, 104, 108, 108, 111] True True True
