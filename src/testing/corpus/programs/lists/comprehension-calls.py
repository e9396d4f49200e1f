total = 0
def add(n):
    global total
    total += n
    return total
print [add(i) for i in range(4)], total
# expect: [0, 1, 3, 6] 6
def grid(n):
    return [[0] * n for _ in range(n)]
g = grid(2)
g[0][1] = 5
print g
# expect: [[0, 5], [0, 0]]
