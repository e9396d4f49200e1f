# Each list fills most of the memory; the one before must have been given back.
i = 0
while i < 6:
    a = [i] * 80000
    i += 1
    a = None
print "ok"
# expect: ok
