a = [1, 2.5, "c"]
print reversed(a), a
# expect: ['c', 2.5, 1] [1, 2.5, 'c']
for c in reversed("abc"):
    print c
# expect: c
# expect: b
# expect: a
print reversed((1, 2)), reversed([])
# expect: [2, 1] []
