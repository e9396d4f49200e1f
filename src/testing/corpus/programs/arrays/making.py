from array import *
a = array(3)
b = array(2, 3)
b[1][2] = 5
print a, b, array(2, 0), array(0), array(1, 2, 2), array(1, 1, 1, 1, 1, 1, 2)
# expect: [0, 0, 0] [[0, 0, 0], [0, 0, 5]] [[], []] [] [[[0, 0], [0, 0]]] [[[[[[[0, 0]]]]]]]
