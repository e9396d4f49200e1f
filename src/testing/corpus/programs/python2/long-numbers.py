print(7L / 2) # expect: 3
