print "no newline",
print "at the end",
# expect: no newline at the end 
