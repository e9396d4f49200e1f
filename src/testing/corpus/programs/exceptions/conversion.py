# What int() and float() say.
for text in ["12a", "", "1.5", " 7 ", "x y", "it's"]:
    try:
        print(int(text))
    except ValueError as e:
        print(e)
for text in ["1.5", "abc", "", "1e3"]:
    try:
        print(float(text))
    except ValueError as e:
        print(e)
try:
    int("29", 8)
except ValueError as e:
    print(e)
for x in [None, [1]]:
    try:
        int(x)
    except TypeError as e:
        print(e)
    try:
        float(x)
    except TypeError as e:
        print(e)

# expect: invalid literal for int() with base 10: '12a'
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '1.5'
# expect: 7
# expect: invalid literal for int() with base 10: 'x y'
# expect: invalid literal for int() with base 10: "it's"
# expect: 1.5
# expect: could not convert string to float: 'abc'
# expect: could not convert string to float: ''
# expect: 1000.0
# expect: invalid literal for int() with base 8: '29'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: float() argument must be a string or a real number, not 'NoneType'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: float() argument must be a string or a real number, not 'list'
