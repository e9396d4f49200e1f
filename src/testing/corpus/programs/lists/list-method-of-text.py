s = "abc"
s.append("d") # fault: no-method
