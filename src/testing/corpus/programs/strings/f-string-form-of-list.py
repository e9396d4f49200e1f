a = [1]
print f"{a}"
# expect: [1]
print f"{a:5}"  # fault: bad-format
