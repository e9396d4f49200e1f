# The same for other operators.
def show(f):
    try:
        f("a", 2)
        print("worked")
    except TypeError as e:
        print(e)

def minus(a, b): return a - b
def times(a, b): return a * (b + 0.5)
def lists(a, b): return [a] * [b]
def floor(a, b): return a // b
def power(a, b): return b ** a
def less(a, b): return a < b
def more(a, b): return b >= a
def inside(a, b): return a in b
def within(a, b): return b in a
def negated(a, b): return -a
def inverted(a, b): return ~a
def shifted(a, b): return b << a
def anded(a, b): return b & 1.5
for f in [minus, times, lists, floor, power, less, more, inside, within, negated, inverted, shifted, anded]:
    show(f)

# expect: unsupported operand type(s) for -: 'str' and 'int'
# expect: can't multiply sequence by non-int of type 'float'
# expect: can't multiply sequence by non-int of type 'list'
# expect: unsupported operand type(s) for //: 'str' and 'int'
# expect: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '>=' not supported between instances of 'int' and 'str'
# expect: argument of type 'int' is not iterable
# expect: 'in <string>' requires string as left operand, not int
# expect: bad operand type for unary -: 'str'
# expect: bad operand type for unary ~: 'str'
# expect: unsupported operand type(s) for <<: 'int' and 'str'
# expect: unsupported operand type(s) for &: 'int' and 'float'
