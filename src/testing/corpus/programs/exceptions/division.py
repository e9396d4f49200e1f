# What a division by zero says.
def show(f):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)

zero = 0
def a(): return 1 // zero
def b(): return 1 % zero
def c(): return 1.0 / zero
def d(): return 1.5 // zero
def e(): return 1.5 % zero
def f(): return divmod(1, zero)
def g(): return 0 ** -1
for one in [a, b, c, d, e, f, g]:
    show(one)

# expect: integer division or modulo by zero
# expect: integer modulo by zero
# expect: float division by zero
# expect: float floor division by zero
# expect: float modulo
# expect: integer division or modulo by zero
# expect: 0.0 cannot be raised to a negative power
