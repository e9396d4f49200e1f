# dialect: classic
# cores: 1
Count=5
PRINT count
IF COUNT == 5:
  Print "five"
ELSE:
  print "other"
a=TRUE
b=nONe
print a
print b
# expect: 5
# expect: five
# expect: true
# expect: NONE
