print list(5) # fault: argument-type
