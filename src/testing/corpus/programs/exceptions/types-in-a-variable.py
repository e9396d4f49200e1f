# What stands behind except is an expression.
expected = (KeyError, ValueError)
try:
    raise ValueError("in a variable")
except expected as e:
    print(e)
one = IndexError
try:
    [1][3]
except one as e:
    print(e)

# expect: in a variable
# expect: list index out of range
