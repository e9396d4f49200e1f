print zip([1], 2) # fault: argument-type
