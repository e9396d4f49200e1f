kept = []
def keep(f):
    kept.append(f)
    return f
def drop(f):
    return f
def when(wanted):
    print "when", wanted
    return keep if wanted else drop
@when(True)
def a():
    return 1
# expect: when True
@when(False)
def b():
    return 2
# expect: when False
print len(kept), kept[0](), a(), b()
# expect: 1 1 1 2
