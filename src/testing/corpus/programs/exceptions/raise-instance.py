# An exception with one argument, and with several.
for e in [ValueError("one"), ValueError("one", 2), ValueError(3), ValueError()]:
    try:
        raise e
    except ValueError as x:
        print(str(x), f"{x!r}", x.args)

# expect: one ValueError('one') ('one',)
# expect: ('one', 2) ValueError('one', 2) ('one', 2)
# expect: 3 ValueError(3) (3,)
# expect:  ValueError() ()
