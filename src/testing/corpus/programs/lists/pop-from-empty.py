a = []
a.pop() # fault: empty-list
