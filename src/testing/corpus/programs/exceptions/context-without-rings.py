a = ValueError("a")
b = ValueError("b")
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            raise a
except ValueError as e:
    print(e, repr(e.__context__), b.__context__)
# expect: a ValueError('b') None
