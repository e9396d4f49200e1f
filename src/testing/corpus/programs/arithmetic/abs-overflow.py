print abs(-2147483647)
# expect: 2147483647
a = -2147483648
print abs(a) # fault: overflow
