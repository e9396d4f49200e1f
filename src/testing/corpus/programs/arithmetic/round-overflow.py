print round(2147483647, -1) # fault: overflow
