# An exception that nobody takes is reported where it was raised, after every finally.
def f():
    raise ValueError("nobody")  # fault: uncaught-exception

try:
    f()
finally:
    print("finally")

# expect: finally
