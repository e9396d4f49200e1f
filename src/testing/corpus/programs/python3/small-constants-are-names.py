true = 3
print(true) # expect: 3
