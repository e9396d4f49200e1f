from array import array
a = array(2.0) # fault: argument-type
