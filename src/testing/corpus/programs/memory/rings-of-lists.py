# Lists that refer to each other are garbage too.
i = 0
while i < 150:
    a = [i, 0]
    b = [i, a]
    a[1] = b
    i += 1
print a[0], b[1][0]
# expect: 149 149
