a = [1, 2]
b = alias(a)  # error: classic-function
print id(a)  # error: classic-function
g = symbol(len)  # error: classic-function
