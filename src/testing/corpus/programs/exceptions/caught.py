# An exception that a handler takes; the program goes on behind the try.
try:
    x = 1 // 0
    print("not reached")
except ZeroDivisionError:
    print("caught")
print("after")

# expect: caught
# expect: after
