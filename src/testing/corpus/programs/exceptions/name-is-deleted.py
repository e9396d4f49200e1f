# The name of an except is deleted at the end of its block.
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as other:
    print(other)

# expect: x
# expect: name 'e' is not defined
