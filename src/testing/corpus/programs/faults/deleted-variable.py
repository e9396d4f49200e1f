x = 1
del x
x = 2
y = 3
del x, y
print x  # fault: unset-variable
