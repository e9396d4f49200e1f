# dialect: classic
# A tab is four columns wide, and stands beside spaces.
a = 1
if a == 1:
	print "tab"
    print "spaces"
	if a == 1:
	    print "both"
        print "eight"
		print "two tabs"
  	  print "between"
    print "out"
while a < 3:
  a += 1
  
	
  print a
print "end"
# expect: tab
# expect: spaces
# expect: both
# expect: eight
# expect: two tabs
# expect: between
# expect: out
# expect: 2
# expect: 3
# expect: end
