print bin(5), bin(-5), bin(0), hex(255), hex(-16), oct(15), oct(True)
# expect: 0b101 -0b101 0b0 0xff -0x10 0o17 0o1
print bin(-2147483648)
# expect: -0b10000000000000000000000000000000
