print int("ff", 16), int("0xFF", 16), int("-101", 2), int("0b101", 2), int("z", 36), int(" 17 ", 8)
# expect: 255 255 -5 5 35 15
print int("0x1f", 0), int("0o17", 0), int("12", 0), int("0", 0), int("b1", 16), int("0b1", 16)
# expect: 31 15 12 0 177 177
