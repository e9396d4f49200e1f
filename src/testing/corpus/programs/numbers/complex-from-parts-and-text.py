print(complex(1, 2), complex(1), complex(), complex("1+2j"), complex("3"), complex("-2j"), complex("j"), complex(" 1.5-2.5j "), complex(1j, 1j), complex(imag=2))
print(complex(0.0, -0.0), complex(-0.0, 1), complex(1, -0.0), complex("inf"), complex("nanj"))
# expect: (1+2j) (1+0j) 0j (1+2j) (3+0j) -2j 1j (1.5-2.5j) (-1+1j) 2j
# expect: -0j (-0+1j) (1-0j) (inf+0j) nanj
