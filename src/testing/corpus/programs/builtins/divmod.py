print divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-1, 2.0)
# expect: (3, 1) (-4, 1) (-4, -1) (3.0, 1.5) (-1.0, 1.0)
a, b = divmod(17, 5)
print a, b
# expect: 3 2
