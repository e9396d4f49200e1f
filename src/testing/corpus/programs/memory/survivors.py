kept = []
i = 0
while i < 60:
    s = "item " + str(i)
    t = [s, i, [s]]
    if i % 10 == 0: kept.append(t)
    i += 1
print kept
# expect: [['item 0', 0, ['item 0']], ['item 10', 10, ['item 10']], ['item 20', 20, ['item 20']], ['item 30', 30, ['item 30']], ['item 40', 40, ['item 40']], ['item 50', 50, ['item 50']]]
