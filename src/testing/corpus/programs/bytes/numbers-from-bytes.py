print(int(b"12"), float(b"1.5"), int(b"ff", 16), ord(b"a"), chr(b"a"[0]), int(bytearray(b"7")))
# expect: 12 1.5 255 97 a 7
