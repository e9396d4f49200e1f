{1: {2}}
s = {{1}}  # fault: unhashable
