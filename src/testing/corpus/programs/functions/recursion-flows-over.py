# 1 KB of stack on the core is soon full: what comes after lies in shared memory.
def down(n, data):
    if n == 0: return data[0]
    here = [n]
    below = down(n - 1, data)
    return below + here[0]
print down(300, [7])
# expect: 45157
print down(5, [1]), down(300, [0])
# expect: 16 45150
