i = 0
while i < 3:
    i += 1
else:
    print "done", i
# expect: done 3
while True:
    i -= 1
    if i == 0: break
else:
    print "never"
print i
# expect: 0
while False:
    print "never"
else:
    print "at once"
# expect: at once
