print bin(2.0) # fault: argument-type
