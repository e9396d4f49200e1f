# A lambda that raises.
f = lambda x: 10 // x
try:
    f(0)
except ZeroDivisionError:
    print("caught")

# expect: caught
