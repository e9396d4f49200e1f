def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: "a".expandtabs("x"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: chr(-1))
# expect: ValueError chr() arg not in range(0x110000)
tell(lambda: chr("a"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: ord("ab"))
# expect: TypeError ord() expected a character, but string of length 2 found
tell(lambda: ord(""))
# expect: TypeError ord() expected a character, but string of length 0 found
tell(lambda: ord(5))
# expect: TypeError ord() expected string of length 1, but int found
tell(lambda: int("12", 1))
# expect: ValueError int() base must be >= 2 and <= 36, or 0
tell(lambda: int("12a"))
# expect: ValueError invalid literal for int() with base 10: '12a'
tell(lambda: int("z", 8))
# expect: ValueError invalid literal for int() with base 8: 'z'
tell(lambda: int("1", "2"))
# expect: TypeError 'str' object cannot be interpreted as an integer
tell(lambda: int(3.5, 10))
# expect: TypeError int() can't convert non-string with explicit base
tell(lambda: float("x"))
# expect: ValueError could not convert string to float: 'x'
tell(lambda: pow(2, 3, 0))
# expect: ValueError pow() 3rd argument cannot be 0
tell(lambda: pow(2, -1, 4))
# expect: ValueError base is not invertible for the given modulus
tell(lambda: pow(2.0, 1, 3))
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
tell(lambda: round("a"))
# expect: TypeError type str doesn't define __round__ method
tell(lambda: abs("a"))
# expect: TypeError bad operand type for abs(): 'str'
