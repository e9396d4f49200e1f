# dialect: python2
print(7 / 2) # expect: 3
print("a" + 1) # expect: a1
print(2 ^ 3) # expect: 8
print(type(1)) # expect: <type 'int'>
