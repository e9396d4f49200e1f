for x in [1, 2, 3]:
    if x == 5: break
else:
    print "not found"
# expect: not found
for x in [1, 2, 3]:
    if x == 2: break
else:
    print "never"
print x
# expect: 2
for x in []:
    print "never"
else:
    print "empty", x
# expect: empty 2
