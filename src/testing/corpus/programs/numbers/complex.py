z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), 2j, -2j, 0j, 1.5j, -z, +z)
print(z + 1, 1 - z, z * 2j, z / 2, 1 / 2j, z ** 2, z ** -1, z - z, pow(z, 2), (1 + 1j) ** 0)
print(z == 3 + 4j, 1j * 1j == -1, complex(3, 0) == 3, 2 == 2j, bool(0j), hash(complex(7, 0)) == hash(7), {1j: "i"}[1j])
print([z], (1j,), f"{z}", "%s" % 1j, isinstance(z, complex), type(z), sum([1j, 2, 0.5]))
# expect: (3+4j) 5.0 3.0 4.0 (3-4j) 2j (-0-2j) 0j 1.5j (-3-4j) (3+4j)
# expect: (4+4j) (-2-4j) (-8+6j) (1.5+2j) -0.5j (-7+24j) (0.12-0.16j) 0j (-7+24j) (1+0j)
# expect: True True True False False True i
# expect: [(3+4j)] (1j,) (3+4j) 1j True <class 'complex'> (2.5+1j)
