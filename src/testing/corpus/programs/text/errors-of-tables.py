def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: str.maketrans("ab", "c"))
# expect: ValueError the first two maketrans arguments must have equal length
tell(lambda: str.maketrans({"ab": 1}))
# expect: ValueError string keys in translate table must be of length 1
tell(lambda: "a".translate({97: -1}))
# expect: ValueError character mapping must be in range(0x110000)
