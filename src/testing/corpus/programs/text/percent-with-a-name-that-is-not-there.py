print("%(a)s" % {"b": 1})  # fault: bad-format
