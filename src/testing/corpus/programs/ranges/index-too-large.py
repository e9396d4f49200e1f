r = range(3)
print(r[3])  # fault: index-out-of-range
