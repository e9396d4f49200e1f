print list(None) # fault: argument-type
