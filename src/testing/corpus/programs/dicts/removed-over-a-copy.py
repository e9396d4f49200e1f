d = {i: i for i in range(6)}
for k in list(d):
    if k % 2 == 0:
        del d[k]
print(d)
# expect: {1: 1, 3: 3, 5: 5}
