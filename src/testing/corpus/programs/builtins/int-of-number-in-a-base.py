print int(12, 2) # fault: argument-type
