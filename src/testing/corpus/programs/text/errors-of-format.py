def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: "}".format())
# expect: ValueError Single '}' encountered in format string
tell(lambda: "{".format())
# expect: ValueError Single '{' encountered in format string
tell(lambda: "{} {0}".format(1))
# expect: ValueError cannot switch from automatic field numbering to manual field specification
tell(lambda: "{0} {}".format(1))
# expect: ValueError cannot switch from manual field specification to automatic field numbering
tell(lambda: "{2}".format(1))
# expect: IndexError Replacement index 2 out of range for positional args tuple
tell(lambda: "{x}".format(y=1))
# expect: KeyError 'x'
tell(lambda: "{:d}".format("a"))
# expect: ValueError Unknown format code 'd' for object of type 'str'
tell(lambda: "{:s}".format(3))
# expect: ValueError Unknown format code 's' for object of type 'int'
tell(lambda: "{:.2}".format(3))
# expect: ValueError Precision not allowed in integer format specifier
tell(lambda: "{:,x}".format(3))
# expect: ValueError Cannot specify ',' with 'x'.
tell(lambda: "{:+}".format("a"))
# expect: ValueError Sign not allowed in string format specifier
tell(lambda: "{:=5}".format("a"))
# expect: ValueError '=' alignment not allowed in string format specifier
tell(lambda: "{:.f}".format(1.5))
# expect: ValueError Format specifier missing precision
tell(lambda: "{:c}".format(-1))
# expect: OverflowError %c arg not in range(0x110000)
tell(lambda: "{:+c}".format(1))
# expect: ValueError Sign not allowed with integer format specifier 'c'
tell(lambda: "{:5}".format(None))
# expect: TypeError unsupported format string passed to NoneType.__format__
tell(lambda: "{:5}".format([1]))
# expect: TypeError unsupported format string passed to list.__format__
tell(lambda: "{:y}".format(1))
# expect: ValueError Unknown format code 'y' for object of type 'int'
tell(lambda: "{0[5]}".format([1]))
# expect: IndexError list index out of range
tell(lambda: "{0[a]}".format({"b": 1}))
# expect: KeyError 'a'
tell(lambda: "{:{:{}}}".format(1, 2, 3))
# expect: ValueError Max string recursion exceeded
tell(lambda: format(1, 2))
# expect: TypeError format() argument 2 must be str, not int
tell(lambda: "{a}".format_map({}))
# expect: KeyError 'a'
