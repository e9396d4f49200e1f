a = [1, "b", [2]]
b = list(a)
b.append(3)
print a, b, a[2] is b[2]
# expect: [1, 'b', [2]] [1, 'b', [2], 3] True
print list("abc"), list((1, 2.5)), list(), list(""), list(range(3))
# expect: ['a', 'b', 'c'] [1, 2.5] [] [] [0, 1, 2]
print tuple([1, 2]), tuple("ab"), tuple(), tuple([3]), tuple((1, None))
# expect: (1, 2) ('a', 'b') () (3,) (1, None)
