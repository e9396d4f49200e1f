# dialect: classic
def told(what, value):
    print what
    return value

# Both sides are computed.
if told("a", false) and told("b", true): print "never"
# expect: a
# expect: b
if told("c", true) or told("d", false): print "held"
# expect: c
# expect: d
# expect: held
i = 0
def next():
    i += 1
    return i < 3
while next() and next() or next():
    if i > 5: exit()
print i
# expect: 6
# A variable that is a number does not count as true, nor an element.
n = 5
l = [1, 2]
if n: print "never"
if l[0]: print "never"
if (n): print "never"
while n: print "never"
if n and true: print "never"
if n or l[1]: print "never"
# Numbers as literals or from expressions do.
if 5: print "literal"
# expect: literal
if 0: print "never"
if 0.5: print "real"
# expect: real
if n + 0: print "expression"
# expect: expression
if n - 5: print "never"
def five(): return 5
if five(): print "result"
# expect: result
if five() and 1: print "both"
# expect: both
t = true
f = false
if t: print "true"
# expect: true
if f: print "never"
elif t: print "elif"
# expect: elif
m = [true, false]
if m[0]: print "element"
# expect: element
if not n: print "never"
if not 0: print "not 0"
# expect: not 0
if not f: print "not false"
# expect: not false
if !(t and f): print "not both"
# expect: not both
if not (not t): print "twice"
# expect: twice
if none: print "never"
# Beside conditions and and or have no value, which prints nothing and does not count as true.
v = t and t
print v
if v: print "never"
print not v, not (t and f)
# expect: true true
print 1 if n else 2
# expect: 2
print [x for x in [1, 2] if x], [x for x in [1, 2] if x + 0]
# expect: [] [1, 2]
