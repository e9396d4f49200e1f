# The types stand in the order in which the values do.
# expect: unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: unsupported operand type(s) for *: 'int' and 'NoneType'
# expect: 'int' object is not iterable
nothing = None
for left, right in [(nothing, 2), (2, nothing)]:
    try:
        print(left * right)
    except TypeError as error:
        print(error)
number = 5
try:
    {1}.union(number)
except TypeError as error:
    print(error)
