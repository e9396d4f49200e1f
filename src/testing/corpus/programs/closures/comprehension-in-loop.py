def f():
    fs = []
    for k in range(2):
        fs.append([lambda: j + k for j in range(2)])
    return fs
for row in f():
    print([g() for g in row])
# expect: [2, 2]
# expect: [2, 2]
