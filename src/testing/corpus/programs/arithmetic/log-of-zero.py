from math import log
print log(0) # fault: math-domain
