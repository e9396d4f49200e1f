# What functions of math say.
import math
for x in [-1, -0.5]:
    try:
        math.sqrt(x)
    except ValueError as e:
        print(e)
try:
    math.log(0)
except ValueError as e:
    print(e)
try:
    math.sqrt("a")
except TypeError as e:
    print(e)

# expect: math domain error
# expect: math domain error
# expect: math domain error
# expect: must be real number, not str
