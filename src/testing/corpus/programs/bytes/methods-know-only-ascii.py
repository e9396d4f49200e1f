print(b"\xe9a".upper(), b"\xc9A".lower(), b"\xe9".isalpha(), b"\xa0".isspace(), b"\xa0a\x85".strip(), b"a\x0bb\x1cc\rd\n".splitlines(), b"a\x1cb".split())
print(b"\xe9t\xe9".title(), b"\xb2".isdigit(), b"aB\xe9".swapcase())
# expect: b'\xe9A' b'\xc9a' False False b'\xa0a\x85' [b'a\x0bb\x1cc', b'd'] [b'a\x1cb']
# expect: b'\xe9T\xe9' False b'Ab\xe9'
