print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(3, "big", signed=True), (0).to_bytes(1, "big"), (5).to_bytes())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff", "big", signed=True), int.from_bytes([1, 0], "big"), int.from_bytes(b"", "big"))
for run in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle")):
    try:
        print(run())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
# expect: b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xff\xfe' b'\x00' b'\x05'
# expect: 258 513 -1 256 0
# expect: OverflowError int too big to convert
# expect: OverflowError can't convert negative int to unsigned
# expect: ValueError byteorder must be either 'little' or 'big'
