f = None
f() # fault: not-a-function
