# What an exception comes from can be set, and that what was being handled is of no account.
e = KeyError("k")
e.__cause__ = ValueError("v")
print(repr(e.__cause__), e.__suppress_context__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
try:
    e.__cause__ = 3
except TypeError as wrong:
    print(wrong)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        later = RuntimeError("later")
        later.__suppress_context__ = True
        raise later
except RuntimeError as found:
    print(repr(found.__context__), found.__suppress_context__, found.__cause__)

# expect: ValueError('v') True
# expect: None True
# expect: exception cause must be None or derive from BaseException
# expect: ZeroDivisionError('division by zero') True None
