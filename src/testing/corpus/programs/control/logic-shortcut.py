def yes(n):
    print n,
    return True
def no(n):
    print n,
    return False
print yes(1) or yes(2), no(3) and yes(4)
# expect: 1 3 True False
if yes(1) and no(2) or yes(3): print "ok"
# expect: 1 2 3 ok
if not (yes(1) and no(2)): print "ok"
# expect: 1 2 ok
if no(1) or no(2) and yes(3): print "never"
else: print "else"
# expect: 1 2 else
