def key(v):
    return -v % 5
x = [7, 3, 10, 4]
print [pair[1] for pair in sorted([(key(v), v) for v in x])], max([(key(v), v) for v in x])[1]
# expect: [10, 4, 3, 7] 7
y = []
print max(y) if len(y) > 0 else 0
# expect: 0
