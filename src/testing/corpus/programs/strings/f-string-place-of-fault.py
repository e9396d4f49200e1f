a = [1]
print (f"{a[0]}"
  f"{a[1]}")  # fault: index-out-of-range
