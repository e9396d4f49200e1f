d = {(1, [2]): 3}  # fault: unhashable
