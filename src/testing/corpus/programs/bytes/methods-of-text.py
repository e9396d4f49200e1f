b = b" One,two,One "
print(b.strip(), b.split(b","), b.split(), b.upper(), b.lower(), b.replace(b"One", b"1"), b.count(b"One"), b.find(b"two"), b.find(44), b.rfind(b","))
print(b"-".join([b"a", bytearray(b"b")]), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c"), b"a=b".partition(b"="), b"a.b.c".rsplit(b".", 1))
print(b"ab".center(6, b"*"), b"7".zfill(3), b"ab".ljust(4), b"12".isdigit(), b"ab".isalpha(), b"a\tb".expandtabs(4), b"xay".removeprefix(b"x"))
# expect: b'One,two,One' [b' One', b'two', b'One '] [b'One,two,One'] b' ONE,TWO,ONE ' b' one,two,one ' b' 1,two,1 ' 2 5 4 8
# expect: b'a-b' True True (b'a', b'=', b'b') [b'a.b', b'c']
# expect: b'**ab**' b'007' b'ab  ' True True b'a   b' b'ay'
