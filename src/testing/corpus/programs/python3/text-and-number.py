n = 5
print("n is " + str(n)) # expect: n is 5
print("n is " + n) # fault: wrong-types
