import array
a = array.array(2, 2)
a[0][1] = 1.5
a[1][0] = "x"
b = array.flatten(a)
b[0] = 9
print b, a, array.flatten([]), array.flatten([[[1]], 2])
# expect: [9, 1.5, 'x', 0] [[0, 1.5], ['x', 0]] [] [1, 2]
