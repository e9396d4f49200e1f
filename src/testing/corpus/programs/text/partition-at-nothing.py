print("a".partition(""))  # fault: empty-separator
