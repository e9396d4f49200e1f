data = bytearray(range(8))
data[2:4] = b"XYZ"
print(data)
data[::2] = bytes(5)
print(data)
del data[1:3]
del data[-1]
data[1:1] = [9, 9]
data[:0] = range(2)
print(data)
del data[::3]
print(data, list(data))
# expect: bytearray(b'\x00\x01XYZ\x04\x05\x06\x07')
# expect: bytearray(b'\x00\x01\x00Y\x00\x04\x00\x06\x00')
# expect: bytearray(b'\x00\x01\x00\t\tY\x00\x04\x00\x06')
# expect: bytearray(b'\x01\x00\tY\x04\x00') [1, 0, 9, 89, 4, 0]
