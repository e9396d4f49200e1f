# dialect: classic
# Powers stand beside products, from left to right.
print 2 * 3 ^ 2
# expect: 36
print 2 ^ 3 ^ 2
# expect: 64
print 18 / 3 ** 2
# expect: 36
print 10 - 2 ^ 2 * 2
# expect: 2
print 7 % 4 ^ 2
# expect: 9
x = 3
print x * x ^ 2, x ^ 2 // 2
# expect: 81 4.500000
# A sign belongs to what follows it at once.
print -2 ^ 2, 2 ^ -x * 0 + -x ^ 2
# expect: 4 9
print 3 * -2, 5 - -1, - -1
# expect: -6 6 1
# < and its like bind tighter than ==, and none makes a chain.
print 1 + 1 < 3, 2 < 1 is false
# expect: true true
if 3 > 2 > 1: print "no chain"
if 2 == 1 + 1 is true: print "left to right"
# expect: left to right
# not negates all that follows, and binds weaker than all else.
a = true
b = false
if not a and b: print "not (a and b)"
# expect: not (a and b)
if not b or a: print "never"
if ! a == b and 1 == 2: print "all of it"
# expect: all of it
if a and not b: print "at the end"
# expect: at the end
if (not b) and a: print "in brackets"
# expect: in brackets
# or binds weaker than and.
if true or false and false: print "or (and)"
# expect: or (and)
l = [1, 2] * 2
print l[3], [5] * 2 + [6] * 1 == [5, 5, 6]
# expect: 2 true
print (1 + 2) * 3
# expect: 9
print (1 + 2) * (3 + 4) - (1)
# expect: 20
