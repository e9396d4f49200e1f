def f():
    pass
x = 5
print(type(5) == int, type(5) is int, type(5) != float, type(True) == int, type(None) == type(None))
# expect: True True True False True
print(type(x) in [int, float], type("a") in (int, float), type(1.5) not in [int], type(x) == type(6), type(x) == type(6.0))
# expect: True False True True False
print(type(5), type(1.5), type("a"), type(True), type(None), type([1]), type((1,)))
# expect: <class 'int'> <class 'float'> <class 'str'> <class 'bool'> <class 'NoneType'> <class 'list'> <class 'tuple'>
print(type(f), type(len), type(int), type(type(5)), [int, len])
# expect: <class 'function'> <class 'builtin_function_or_method'> <class 'type'> <class 'type'> [<class 'int'>, <built-in function len>]
print(type(x).__name__, int.__name__, f.__name__, len.__name__, type(1.5).__name__, type(None).__name__)
# expect: int int f len float NoneType
t = int
print(t("7") + 1, t is int, t == type(x), [make("1") for make in [int, float, str]], int == float, str(int) + "!")
# expect: 8 True True [1, 1.0, '1'] False <class 'int'>!
print(f"{type(x)} {type(x).__name__}", "%s" % int, isinstance(int, type), type(None)())
# expect: <class 'int'> int <class 'int'> True None
