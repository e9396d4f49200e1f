# The name may be the same as another variable.
e = 10
try:
    pass
except ValueError as e:
    pass
print(e)

# expect: 10
