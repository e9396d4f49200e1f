print int("12", 2) # fault: not-a-number
