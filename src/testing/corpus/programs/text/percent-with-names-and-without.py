print("%(a)s %s" % {"a": 1})  # fault: bad-format
