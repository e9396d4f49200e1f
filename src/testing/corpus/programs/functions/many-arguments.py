def f(a, b, c, d, e, g, h, i, j, k): return a + b + c + d + e + g + h + i + j + k
print f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
# expect: 55
print f(1, 2, 3, 4, 5, k=6, j=7, i=8, h=9, g=10)
# expect: 55
