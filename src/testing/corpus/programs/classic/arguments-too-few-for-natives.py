# dialect: classic
from math import sqrt
from parallel import send
def unused():
    send(5)
print "before"
print sqrt()  # fault: unset-variable
# expect: before
