# What slices say.
x = [1, 2, 3, 4]
try:
    x[::0]
except ValueError as e:
    print(e)
try:
    x["a":]
except TypeError as e:
    print(e)
try:
    x[::2] = [1]
except ValueError as e:
    print(e)
try:
    x[1:2] = 5
except TypeError as e:
    print(type(e).__name__)
print(x)

# expect: slice step cannot be zero
# expect: slice indices must be integers or None or have an __index__ method
# expect: attempt to assign sequence of size 1 to extended slice of size 2
# expect: TypeError
# expect: [1, 2, 3, 4]
