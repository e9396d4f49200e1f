print type(5), type("a"), [type(None), type(1.5)]
# expect: <type 'int'> <type 'str'> [<type 'NoneType'>, <type 'float'>]
print type(5) == int, isinstance(5, int)
# expect: True True
