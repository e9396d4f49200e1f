a = -1
print 8 >> a # fault: negative-shift
