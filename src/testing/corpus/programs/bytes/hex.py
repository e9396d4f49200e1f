data = b"\xde\xad\xbe"
print(data.hex(), data.hex(":"), data.hex("-", 2), data.hex("-", -2), bytes.fromhex("dead BE"), bytearray.fromhex("00"), (3.75).hex(), float.fromhex("0x1.8p+1"))
try:
    bytes.fromhex("0g")
except ValueError as error:
    print(error)
# expect: deadbe de:ad:be de-adbe dead-be b'\xde\xad\xbe' bytearray(b'\x00') 0x1.e000000000000p+1 3.0
# expect: non-hexadecimal number found in fromhex() arg at position 1
