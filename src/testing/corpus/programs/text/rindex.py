print("banana".rindex("a"), "banana".rindex("a", 0, -1))
# expect: 5 3
print("banana".rindex("x"))  # fault: not-found
