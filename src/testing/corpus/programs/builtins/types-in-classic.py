# dialect: classic
import parallel
x = 5
if type(x) == Int:
    print type(x)
# expect: <type 'int'>
print isinstance(x, (STR, INT))
# expect: true
