a = [1, 2, 3]
print a[2], a[-3]
# expect: 3 1
print a[3] # fault: index-out-of-range
