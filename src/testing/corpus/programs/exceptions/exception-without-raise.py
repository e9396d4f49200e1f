# Making an exception raises nothing.
e = ValueError("just a value")
print(e)
errors = [ValueError("a"), TypeError("b")]
for one in errors:
    print(type(one).__name__, one)

# expect: just a value
# expect: ValueError a
# expect: TypeError b
