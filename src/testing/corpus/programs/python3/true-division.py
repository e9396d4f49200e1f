print(7 / 2) # expect: 3.5
print(6 / 2) # expect: 3.0
print(-7 / 2) # expect: -3.5
print(7 // 2) # expect: 3
print(-7 // 2) # expect: -4
