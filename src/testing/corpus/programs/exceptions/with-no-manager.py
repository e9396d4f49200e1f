# An object without the methods is refused before anything is called.
class Nothing:
    pass

class OnlyEnter:
    def __enter__(self):
        print("never")

class OnlyExit:
    def __exit__(self, kind, value, trace):
        print("never")

for x in [Nothing(), OnlyEnter(), OnlyExit(), 3, "text", [1], None]:
    try:
        with x:
            print("never")
    except TypeError as e:
        print(e)

# expect: 'Nothing' object does not support the context manager protocol
# expect: 'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
# expect: 'OnlyExit' object does not support the context manager protocol
# expect: 'int' object does not support the context manager protocol
# expect: 'str' object does not support the context manager protocol
# expect: 'list' object does not support the context manager protocol
# expect: 'NoneType' object does not support the context manager protocol
