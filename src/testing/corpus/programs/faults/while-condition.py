n = 3
while 6 / n > 0: # fault: division-by-zero
    n -= 1
    print n
# expect: 2
# expect: 1
# expect: 0
