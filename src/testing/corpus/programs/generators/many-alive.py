def cell(n):
    text = "cell " + str(n)
    yield text
    yield text + "!"


gs = [cell(i) for i in range(20)]
firsts = [next(g) for g in gs]
seconds = [next(g) for g in gs]
print(firsts[0], firsts[19], seconds[7])
print(sum(1 for g in gs for left in g))
# expect: cell 0 cell 19 cell 7!
# expect: 0
