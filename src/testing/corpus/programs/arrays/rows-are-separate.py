import array
a = array.array(3, 2)
for i in range(3):
    for j in range(2):
        a[i][j] = i + j / 2.0
print a
# expect: [[0.0, 0.5], [1.0, 1.5], [2.0, 2.5]]
