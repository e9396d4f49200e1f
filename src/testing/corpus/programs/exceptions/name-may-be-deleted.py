# Deleting or assigning the name in the block is allowed.
try:
    raise ValueError("x")
except ValueError as e:
    del e
try:
    raise ValueError("y")
except ValueError as e:
    e = 3
    print(e)
print("end")

# expect: 3
# expect: end
