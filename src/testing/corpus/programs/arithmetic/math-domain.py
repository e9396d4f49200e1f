from math import sqrt
print sqrt(-1) # fault: math-domain
