print max("") # fault: empty-list
