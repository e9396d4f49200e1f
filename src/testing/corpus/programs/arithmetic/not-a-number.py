inf = 1e30 * 1e30
nan = inf - inf
print nan == nan, nan != nan, nan < 1, nan > 1, nan <= 1, nan >= 1
# expect: False True False False False False
if nan < 1: print "less"
else: print "not less"
# expect: not less
if not nan < 1: print "not"
# expect: not
if not (nan >= 1): print "not"
# expect: not
n = 0
while nan < 1:
    n += 1
print n
# expect: 0
print 1 < nan < 2, not 1 < nan
# expect: False True
