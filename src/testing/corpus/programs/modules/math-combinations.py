from math import comb, perm
print(comb(5, 2), comb(30, 15), comb(2, 3), perm(5, 2), perm(4), perm(2, 3))
# expect: 10 155117520 0 20 24 0
