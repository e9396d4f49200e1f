# An OSError with a number.
try:
    raise OSError(5, "no such device")
except OSError as e:
    print(e, e.args)
print(OSError("plain"), IOError is OSError)

# expect: [Errno 5] no such device (5, 'no such device')
# expect: plain True
