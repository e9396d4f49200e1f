# Only exceptions can be raised.
for x in [5, "text", None, int, [ValueError]]:
    try:
        raise x
    except TypeError as e:
        print(e)

# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
