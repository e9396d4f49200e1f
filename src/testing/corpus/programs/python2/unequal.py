x = 7 / 2
if x <> 3.5: print(x) # expect: 3
