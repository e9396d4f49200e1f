# dialect: classic
print str(3) + str(4)
print str(2.5) + 1
print "n" + str(3) + str(4)
print str(3) + "x"
print str("a") + str("b")
f = str
print f(3) + f(4)
print str(true)
print str(none)
print 1 + 2 + "x"
print "x" + 1 + 2
x = "a"
x += str(5)
print x
# expect: 7
# expect: 3.500000
# expect: n34
# expect: 3x
# expect: ab
# expect: 7
# expect: true
# expect: NONE
# expect: 3x
# expect: x12
# expect: a5
