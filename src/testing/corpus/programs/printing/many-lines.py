# cores: 16
i = 0
while i < 3:
    print "line", i
    i += 1
# expect: line 0
# expect: line 1
# expect: line 2
