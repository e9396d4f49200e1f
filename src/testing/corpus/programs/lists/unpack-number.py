n = 5
a, b = n # fault: not-unpackable
