print(b"ab\x00\xff\n\t\\'", b"", rb"\n", b"a" b"b", br"\x41", b"\101\777")
print(repr(b'"'), repr(b"'"), str(b"x"), f"{b'y'}", [b"z"])
# expect: b"ab\x00\xff\n\t\\'" b'' b'\\n' b'ab' b'\\x41' b'A\xff'
# expect: b'"' b"'" b'x' b'y' [b'z']
