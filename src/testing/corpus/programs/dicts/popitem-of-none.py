{}.popitem()  # fault: empty-list
