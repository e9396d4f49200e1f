# A class in a variable makes exceptions.
kind = KeyError
e = kind("made")
print(f"{e!r}")
for kind in [ValueError, IndexError, RuntimeError]:
    try:
        raise kind("text")
    except Exception as e:
        print(type(e).__name__, e)

# expect: KeyError('made')
# expect: ValueError text
# expect: IndexError text
# expect: RuntimeError text
