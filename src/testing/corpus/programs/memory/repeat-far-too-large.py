a = [1, "a"]
n = 2000000000
b = a * n # fault: out-of-memory
