print((5).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), True.bit_length(), (7).conjugate(), int.bit_length(9))
print((5).real, (5).imag, (5).numerator, (5).denominator, True.real)
# expect: 3 0 4 8 1 7 4
# expect: 5 0 5 1 1
