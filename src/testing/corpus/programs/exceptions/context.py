def work():
    try:
        {}["a"]
    except KeyError:
        other()


def other():
    raise ValueError("v")


try:
    work()
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("w") from z
except ValueError as e:
    print(e.__cause__ is e.__context__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("w") from None
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise KeyError(1)
    finally:
        raise IndexError(2)
except IndexError as e:
    print(repr(e.__context__))
# expect: KeyError('a') None False
# expect: True True
# expect: None ZeroDivisionError('division by zero') True
# expect: KeyError(1)
