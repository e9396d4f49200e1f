import math

try:
    math.nothing(1)
except AttributeError as e:
    print(e)
try:
    [].push(1)
except AttributeError as e:
    print(e)
try:
    "a".nothing
except AttributeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
# expect: module 'math' has no attribute 'nothing'
# expect: 'list' object has no attribute 'push'
# expect: 'str' object has no attribute 'nothing'
# expect: 'NoneType' object has no attribute 'x'
