print ("a"), 5 # expect: a
print(1) # expect: 1
