from array import array
a = array(1000, 1000, 1000) # fault: out-of-memory
