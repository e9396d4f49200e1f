print enumerate([1], 0.5) # fault: argument-type
