from util import oddSort
a = [5, 2, 9, 1, 5, 6]
oddSort(a)
print a
# expect: [1, 2, 5, 5, 6, 9]
b = [3, 2, 1, 0]
oddSort(b, 2)
print b
# expect: [2, 3, 1, 0]
