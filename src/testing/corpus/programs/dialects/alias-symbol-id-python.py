a = [1, 2]
b = alias(a)  # error: classic-function
print id(a) == id(a)
g = symbol(len)  # error: classic-function
