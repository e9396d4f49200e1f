# A shift by less than nothing.
try:
    1 << -1
except ValueError as e:
    print(e)

# expect: negative shift count
