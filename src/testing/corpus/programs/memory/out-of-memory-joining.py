s = "0123456789abcdef"
while True:
    s = s + s # fault: out-of-memory
