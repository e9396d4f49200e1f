import cmath
from cmath import phase, sqrt


def shown(z):
    return complex(round(z.real, 3), round(z.imag, 3))


print(sqrt(-1), sqrt(4), sqrt(-4 - 0j), shown(sqrt(3 + 4j)), round(phase(1j), 4), [round(part, 4) for part in cmath.polar(1 + 1j)])
print(shown(cmath.log(1j)), shown(cmath.log10(100)), shown(cmath.sin(1j)), shown(cmath.tan(1j)), shown(cmath.asin(2)), shown(cmath.acos(2)), shown(cmath.atan(1 + 1j)))
print(shown(cmath.sinh(1 + 1j)), shown(cmath.tanh(1 + 1j)), shown(cmath.asinh(2j)), shown(cmath.acosh(0.5)), shown(cmath.atanh(2)), cmath.isnan(1j), cmath.isclose(1j, 1j))
try:
    cmath.log(0)
except ValueError as error:
    print(error)
# expect: 1j (2+0j) 2j (2+1j) 1.5708 [1.4142, 0.7854]
# expect: 1.571j (2+0j) 1.175j 0.762j (1.571+1.317j) -1.317j (1.017+0.402j)
# expect: (0.635+1.298j) (1.084+0.272j) (1.317+1.571j) 1.047j (0.549+1.571j) False True
# expect: math domain error
