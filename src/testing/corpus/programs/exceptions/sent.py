# An exception goes to another core by value, with its arguments, and can be raised there.
# cores: 2
from parallel import *

if coreid() == 0:
    try:
        int("12a")
    except ValueError as e:
        send(e, 1)
    send([KeyError("k"), IndexError], 1)
else:
    try:
        raise recv(0)
    except ValueError as e:
        print(e)
    error, kind = recv(0)
    print(f"{error!r}", kind, isinstance(error, LookupError))

# expect 1: invalid literal for int() with base 10: '12a'
# expect 1: KeyError('k') <class 'IndexError'> True
