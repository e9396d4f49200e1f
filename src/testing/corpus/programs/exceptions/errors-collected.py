# Exceptions kept in a list.
errors = []
for x in [1, 0, "a", 2]:
    try:
        10 // x
    except Exception as e:
        errors.append(e)
for e in errors:
    print(type(e).__name__, "-", e)

# expect: ZeroDivisionError - integer division or modulo by zero
# expect: TypeError - unsupported operand type(s) for //: 'int' and 'str'
