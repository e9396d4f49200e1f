a = 0
print 1 / a # fault: division-by-zero
