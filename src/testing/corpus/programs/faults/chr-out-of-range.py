print chr(-1) # fault: argument-type
