from random import *
from util import range
least = 9
most = 0
for i in range(200):
    k = randint(0, 3)
    if k < least: least = k
    if k > most: most = k
print least, most
# expect: 0 3
