# What operators say of values that do not fit.
def plus(a, b):
    try:
        return a + b
    except TypeError as e:
        print(e)

plus(1, "a")
plus("a", 1)
plus([1], 2)
plus((1,), [2])
plus(None, 1)
plus(1.5, "x")
plus(True, "x")
plus(1, None)

# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate list (not "int") to list
# expect: can only concatenate tuple (not "list") to tuple
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: unsupported operand type(s) for +: 'float' and 'str'
# expect: unsupported operand type(s) for +: 'bool' and 'str'
# expect: unsupported operand type(s) for +: 'int' and 'NoneType'
