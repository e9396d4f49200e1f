# What a generator in a variable gives is added to a list.
squares = (k * k for k in range(4))
found = [7]
found += squares
print(found)
more = map(str, found)
texts = []
texts += more
print(texts)
total = 1
step = 2
total += step
print(total)

# expect: [7, 0, 1, 4, 9]
# expect: ['7', '0', '1', '4', '9']
# expect: 3
