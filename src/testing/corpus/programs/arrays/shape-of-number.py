import array
print array.shape(3) # fault: argument-type
