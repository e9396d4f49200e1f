x = 3
print -x # expect: -3
