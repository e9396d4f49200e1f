# dialect: classic
# cores: 1
a="hello"
b=a+" world"
print b
print "n="+5
print 5+" is n"
print "r="+2.5
print "b="+true
print "none="+none
if a=="hello": print "eq"
if a!="bye": print "neq"
c="x"
c+="y"
c+=3
print c
print str(3)+str(4)
print str(3)
# expect: hello world
# expect: n=5
# expect: 5 is n
# expect: r=2.500000
# expect: b=true
# expect: none=NONE
# expect: eq
# expect: neq
# expect: xy3
# expect: 7
# expect: 3
