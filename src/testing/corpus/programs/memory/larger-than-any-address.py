# Four bytes for each of these are more than 32 bits can count.
n = 1073741824
a = list(range(n)) # fault: out-of-memory
