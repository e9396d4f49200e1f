print("a".rsplit(""))  # fault: empty-separator
