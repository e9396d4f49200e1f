from array import array, arraycopy
arraycopy(array(2), array(3)) # fault: shape-mismatch
