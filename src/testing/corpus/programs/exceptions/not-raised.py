# Nothing goes wrong: the handler is passed over.
try:
    x = 6 // 2
    print(x)
except ZeroDivisionError:
    print("caught")
print("after")

# expect: 3
# expect: after
