# What __exit__ is given.
class Shows:
    def __enter__(self):
        return 5
    def __exit__(self, kind, value, trace):
        if kind is None:
            print(kind, value, trace)
        else:
            print(kind, kind.__name__, repr(value), value.args)

with Shows() as x:
    print(x)
try:
    with Shows():
        raise ValueError("bad", 3)
except ValueError as e:
    print("on", e.args)
try:
    with Shows():
        [1][4]
except IndexError as e:
    print("on", e)

# expect: 5
# expect: None None None
# expect: <class 'ValueError'> ValueError ValueError('bad', 3) ('bad', 3)
# expect: on ('bad', 3)
# expect: <class 'IndexError'> IndexError IndexError('list index out of range') ('list index out of range',)
# expect: on list index out of range
