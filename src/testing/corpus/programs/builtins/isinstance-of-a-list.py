isinstance(1, [int, float])  # fault: argument-type
