# dialect: classic
# cores: 1
a=1 b=2
print a+b
if a==1: print "x" print "y"
# expect: 3
# expect: x
# expect: y
