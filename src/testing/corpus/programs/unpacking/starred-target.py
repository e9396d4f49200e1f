a, *b = [1, 2, 3]
*c, d = (4, 5, 6)
e, *f, g = "hello"
h, *i, j = [1, 2]
print(a, b, c, d, e, f, g, h, i, j)
# expect: 1 [2, 3] [4, 5] 6 h ['e', 'l', 'l'] o 1 [] 2
