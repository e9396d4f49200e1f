x = range(3)
print(isinstance(x, (int, zip)))  # error: not-a-type
print(enumerate is type(x))  # error: not-a-type
print(type(x) in [list, reversed])  # error: not-a-type
