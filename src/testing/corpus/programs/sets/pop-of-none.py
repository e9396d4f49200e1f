set().pop()  # fault: empty-list
