print({} in {1: 2})  # fault: unhashable
