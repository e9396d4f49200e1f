# The exception that is being handled, also in a function that a handler calls.
import sys
def tell():
    kind, value, _ = sys.exc_info()
    print(kind, repr(value))
try:
    [][1]
except IndexError:
    tell()
tell()
try:
    raise RuntimeError("own")
except RuntimeError as e:
    print(sys.exc_info()[1] is e)

# expect: <class 'IndexError'> IndexError('list index out of range')
# expect: None None
# expect: True
