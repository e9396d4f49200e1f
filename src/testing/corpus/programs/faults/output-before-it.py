# cores: 2
print "one"
print "two",
x = 0
y = 1 / x # fault: division-by-zero
# expect: one
# expect: two 
