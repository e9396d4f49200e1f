a = [1]
del a[0]
print a
# expect: []
del a[0]  # fault: index-out-of-range
