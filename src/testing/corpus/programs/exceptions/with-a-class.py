# A class is no context manager.
class Box:
    pass

try:
    with Box:
        print("in")
except TypeError as error:
    print(error)

# expect: 'type' object does not support the context manager protocol
