print "%d" % "1"  # fault: bad-format
