print int("12", 37) # fault: math-domain
