print(5 ^ 3) # expect: 6
print(1 | 6 ^ 3 & 2) # expect: 5
x = 12
x ^= 10
print(x) # expect: 6
