# cores: 2
line = "0123456789" * 5000
print line[0:3] + line[49997:]
# expect: 012789
print len(line + "")
# expect: 50000
total = 0
while total < 3:
    x = str(total) * 40000
    print len(x)
    total += 1
# expect: 40000
# expect: 40000
# expect: 40000
