a = "x"
print -a # fault: wrong-types
