a = 0
b = (1 +
     2 +
     3 / a) # fault: division-by-zero
