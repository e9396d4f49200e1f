print max(3) # fault: argument-type
