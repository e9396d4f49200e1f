for i in range(3):
    for j in range(3):
        if j > i: break
        if i == 1: continue
        print i, j
    else:
        print "all of", i
# expect: 0 0
# expect: 2 0
# expect: 2 1
# expect: 2 2
# expect: all of 2
