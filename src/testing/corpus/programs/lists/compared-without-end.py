a = []
a.append(a)
b = []
b.append(b)
print(a == a, a in [a])
# expect: True True
print(a == b)  # fault: compared-too-deep
