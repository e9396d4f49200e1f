hash([1])  # fault: unhashable
