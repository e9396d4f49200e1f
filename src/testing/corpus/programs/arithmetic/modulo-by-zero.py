a = 0
print 5 % a # fault: division-by-zero
