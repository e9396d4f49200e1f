n = 5
for i in n: # fault: not-iterable
    print i
