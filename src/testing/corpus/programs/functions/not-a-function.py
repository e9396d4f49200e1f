f = 5
print f(1) # fault: not-a-function
