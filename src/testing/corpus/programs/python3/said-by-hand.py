# dialect: python3
print "a" # error: print-statement
