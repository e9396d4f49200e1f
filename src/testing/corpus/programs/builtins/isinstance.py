def f():
    return 1
print(isinstance(5, int), isinstance(5, float), isinstance(True, int), isinstance(1, bool), isinstance(None, type(None)))
# expect: True False True False True
print(isinstance(5, (int, float)), isinstance("a", (int, float)), isinstance([1], (str, (list, tuple))), isinstance(5, ()))
# expect: True False True False
print(isinstance(f, type(f)), isinstance(len, type(f)), isinstance(len, type(abs)), isinstance(int, type))
# expect: True False True True
kinds = (int, str)
print([isinstance(x, kinds) for x in [1, "a", 2.0, (1,)]])
# expect: [True, True, False, False]
# A type that comes after one that fits is not looked at.
print(isinstance(1, (int, 3)))
# expect: True
isinstance(1, 3)  # fault: argument-type
