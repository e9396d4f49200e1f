print int("12", 37) # fault: base-range
