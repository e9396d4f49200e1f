from memory import free
free("abc") # fault: argument-type
