def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: "a".center(5, "ab"))
# expect: TypeError The fill character must be exactly one character long
tell(lambda: "a".center(5, 3))
# expect: TypeError The fill character must be a unicode character, not int
tell(lambda: "a".center("b"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: "a".partition(""))
# expect: ValueError empty separator
tell(lambda: "a".partition(1))
# expect: TypeError must be str, not int
tell(lambda: "ab".rindex("x"))
# expect: ValueError substring not found
tell(lambda: "a".split(3))
# expect: TypeError must be str or None, not int
tell(lambda: "a,b".split(",", "1"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: "a".zfill("3"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: "a".removeprefix(1))
# expect: TypeError removeprefix() argument must be str, not int
tell(lambda: "a".expandtabs("x"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: "a".ljust(2.0))
# expect: TypeError 'float' object cannot be interpreted as an integer
tell(lambda: "a".rfind(1))
# expect: TypeError must be str, not int
tell(lambda: "a".replace(1, "b"))
# expect: TypeError replace() argument 1 must be str, not int
tell(lambda: "a".replace("a", "b", "c"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: "a".strip(1))
# expect: TypeError strip arg must be None or str
tell(lambda: "a".startswith(1))
# expect: TypeError startswith first arg must be str or a tuple of str, not int
tell(lambda: "-".join(["a", 1]))
# expect: TypeError sequence item 1: expected str instance, int found
tell(lambda: "-".join(5))
# expect: TypeError can only join an iterable
