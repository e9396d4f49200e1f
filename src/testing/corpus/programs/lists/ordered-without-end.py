a = []
a.append(a)
b = []
b.append(b)
print(a < b)  # fault: compared-too-deep
