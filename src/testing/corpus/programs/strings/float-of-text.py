print float("banana") # fault: not-a-number
