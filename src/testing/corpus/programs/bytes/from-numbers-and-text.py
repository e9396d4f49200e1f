print(bytes(3), bytes([65, 66]), bytes(range(3)), bytes((1, 255)), bytes({"a": 1}.values()), bytes(), bytes(b"x"))
print(bytes("é", "utf-8"), bytes("é", "latin-1"), bytearray(2), bytearray("ab", "ascii"))
print(bytes(x + 1 for x in range(2)), bytearray(map(ord, "hi")))
# expect: b'\x00\x00\x00' b'AB' b'\x00\x01\x02' b'\x01\xff' b'\x01' b'' b'x'
# expect: b'\xc3\xa9' b'\xe9' bytearray(b'\x00\x00') bytearray(b'ab')
# expect: b'\x01\x02' bytearray(b'hi')
