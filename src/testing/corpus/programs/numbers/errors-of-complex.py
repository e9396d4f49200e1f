def attempt(run):
    try:
        print(run())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


attempt(lambda: 1j < 2)
attempt(lambda: 1j // 2)
attempt(lambda: 1j % 2)
attempt(lambda: 1j / 0)
attempt(lambda: 0j ** -1)
attempt(lambda: 1j + "a")
attempt(lambda: int(1j))
attempt(lambda: float(1j))
attempt(lambda: complex("abc"))
attempt(lambda: complex("1", 2))
attempt(lambda: complex([]))
attempt(lambda: round(1j))
attempt(lambda: ~1j)
attempt(lambda: max([1j, 2]))
attempt(lambda: divmod(1j, 2))
attempt(lambda: f"{1j:d}")
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: ZeroDivisionError complex division by zero
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: TypeError unsupported operand type(s) for +: 'complex' and 'str'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: ValueError complex() arg is a malformed string
# expect: TypeError complex() can't take second arg if first is a string
# expect: TypeError complex() first argument must be a string or a number, not 'list'
# expect: TypeError type complex doesn't define __round__ method
# expect: TypeError bad operand type for unary ~: 'complex'
# expect: TypeError '>' not supported between instances of 'int' and 'complex'
# expect: TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: ValueError Unknown format code 'd' for object of type 'complex'
