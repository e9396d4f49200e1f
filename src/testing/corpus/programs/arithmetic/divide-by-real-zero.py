a = 0.0
print 1.5 / a # fault: division-by-zero
