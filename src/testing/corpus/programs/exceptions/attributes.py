import sys


def g():
    yield 1
    return 42


it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, e.args)
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
try:
    raise OSError(2, "no such file")
except OSError as e:
    print(e.errno, e.strerror)
e = ValueError("x")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
# expect: 42 (42,)
# expect: None ()
# expect: 3 (3,)
# expect: None
# expect: 2 no such file
# expect: None None False None
