print [1, 2] # expect: [1, 2]
