def attempt(run):
    try:
        print(run())
    except (IndexError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def put(data, index, value):
    data[index] = value


attempt(lambda: b"abc"[5])
attempt(lambda: bytearray(b"abc")[-5])
attempt(lambda: b"abc"["a"])
attempt(lambda: put(b"abc", 0, 1))
attempt(lambda: put(bytearray(b"abc"), 0, 256))
attempt(lambda: put(bytearray(b"abc"), 0, "a"))
attempt(lambda: put(bytearray(b"abc"), 9, 1))
attempt(lambda: b"a" + "b")
attempt(lambda: "a" + b"b")
attempt(lambda: b"a" * b"b")
attempt(lambda: "a" in b"abc")
attempt(lambda: 300 in b"abc")
attempt(lambda: b"a" < "b")
attempt(lambda: bytes("abc"))
attempt(lambda: bytes(-1))
attempt(lambda: bytes([256]))
attempt(lambda: bytes(["a"]))
attempt(lambda: bytes(1.5))
attempt(lambda: bytearray([-1]))
attempt(lambda: b"a".split("x"))
attempt(lambda: b"a".join(["b"]))
attempt(lambda: b"a".startswith("a"))
attempt(lambda: b"a".find("a"))
attempt(lambda: b"a".index(b"z"))
attempt(lambda: bytearray().pop())
attempt(lambda: bytearray(b"a").remove(5))
attempt(lambda: {bytearray(b"a"): 1})
# expect: IndexError index out of range
# expect: IndexError bytearray index out of range
# expect: TypeError byte indices must be integers or slices, not str
# expect: TypeError 'bytes' object does not support item assignment
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError bytearray index out of range
# expect: TypeError can't concat str to bytes
# expect: TypeError can only concatenate str (not "bytes") to str
# expect: TypeError can't multiply sequence by non-int of type 'bytes'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError '<' not supported between instances of 'bytes' and 'str'
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError cannot convert 'float' object to bytes
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError argument should be integer or bytes-like object, not 'str'
# expect: ValueError subsection not found
# expect: IndexError pop from empty bytearray
# expect: ValueError value not found in bytearray
# expect: TypeError unhashable type: 'bytearray'
