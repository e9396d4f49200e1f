from array import array
a = array(2, -1) # fault: negative-length
