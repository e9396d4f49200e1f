x, *y, z = (i * i for i in range(9))
print(x, y, z)
(a, b), c = (i for i in "xy"), 3
print(a, b, c)
# expect: 0 [1, 4, 9, 16, 25, 36, 49] 64
# expect: x y 3
