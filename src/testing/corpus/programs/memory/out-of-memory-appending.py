a = []
while True:
    a.append([0] * 500) # fault: out-of-memory
