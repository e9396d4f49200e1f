# Variables without a value.
def f(n):
    if n > 0:
        x = 1
    return x

try:
    f(0)
except UnboundLocalError as e:
    print(e)
try:
    f(0)
except NameError as e:
    print(type(e).__name__)
if len("") > 0:
    y = 1
try:
    print(y)
except NameError as e:
    print(type(e).__name__, e)

# expect: cannot access local variable 'x' where it is not associated with a value
# expect: UnboundLocalError
# expect: NameError name 'y' is not defined
