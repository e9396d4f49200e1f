print int("12x") # fault: not-a-number
