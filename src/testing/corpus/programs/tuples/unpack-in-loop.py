for a, b in [(1, 2), (3,)]:  # fault: unpack-count
    print a
# expect: 1
