print(type(1), type("a"), type(1.5)) # expect: <class 'int'> <class 'str'> <class 'float'>
