print ",".join(2) # fault: argument-type
