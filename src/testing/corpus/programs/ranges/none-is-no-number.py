# A range needs its end.
try:
    print(range(None))
except TypeError as error:
    print(error)

# expect: 'NoneType' object cannot be interpreted as an integer
