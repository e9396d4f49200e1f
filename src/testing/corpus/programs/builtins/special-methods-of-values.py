d = {}
d.__setitem__("a", 1)
print(d.__contains__("a"), d.__getitem__("a"), d.__len__())
d.__delitem__("a")
print(d, [1, 2].__contains__(3), (1).__add__(2), "ab".__len__(), "a".__lt__("b"))
print([].__class__, (3).__class__)
# expect: True 1 1
# expect: {} False 3 2 True
# expect: <class 'list'> <class 'int'>
