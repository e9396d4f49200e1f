data = bytearray(b"Ab")
print(data.upper(), data.split(b"b"), data.partition(b"x"), data + b"c", b"c" + data, data * 2, data[:1], data.replace(b"A", b"a"), data.hex(), data.decode())
# expect: bytearray(b'AB') [bytearray(b'A'), bytearray(b'')] (bytearray(b'Ab'), bytearray(b''), bytearray(b'')) bytearray(b'Abc') b'cAb' bytearray(b'AbAb') bytearray(b'A') bytearray(b'ab') 4162 Ab
