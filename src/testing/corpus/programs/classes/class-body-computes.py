class A:
    x = 2
    y = x * 3
    z = [x, y]
    if x > 1:
        w = "big"
print(A.y, A.z, A.w)
# expect: 6 [2, 6] big
