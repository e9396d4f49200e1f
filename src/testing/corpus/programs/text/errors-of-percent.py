def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: "%d" % "a")
# expect: TypeError %d format: a real number is required, not str
tell(lambda: "%x" % 1.5)
# expect: TypeError %x format: an integer is required, not float
tell(lambda: "%c" % -1)
# expect: OverflowError %c arg not in range(0x110000)
tell(lambda: "%c" % "ab")
# expect: TypeError %c requires int or char
tell(lambda: "%(a)s" % 1)
# expect: TypeError format requires a mapping
tell(lambda: "%(a)s" % {})
# expect: KeyError 'a'
tell(lambda: "%s %s" % (1,))
# expect: TypeError not enough arguments for format string
tell(lambda: "%s" % (1, 2))
# expect: TypeError not all arguments converted during string formatting
tell(lambda: "%y" % 1)
# expect: ValueError unsupported format character 'y' (0x79) at index 1
tell(lambda: "%" % 1)
# expect: ValueError incomplete format
tell(lambda: "%f" % "a")
# expect: TypeError must be real number, not str
tell(lambda: "abc %" % 1)
# expect: ValueError incomplete format
