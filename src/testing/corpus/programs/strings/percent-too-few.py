print "%d" % 1
# expect: 1
print "%d %d" % 1  # fault: bad-format
