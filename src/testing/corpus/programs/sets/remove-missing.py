s = {1, 2}
s.remove(1)
print(s)
s.remove(1)  # fault: key-not-found
# expect: {2}
