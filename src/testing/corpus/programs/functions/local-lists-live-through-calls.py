def make(n):
    a = []
    i = 0
    while i < n:
        a.append("item " + str(i))
        i += 1
    return a
def count(n):
    kept = make(3)
    if n > 0: count(n - 1)
    return kept[2] + "/" + str(len(kept))
print count(40)
# expect: item 2/3
