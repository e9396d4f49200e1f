s = {1, 2, 3}
for x in s:  # fault: size-changed
    s.add(x + 10)
