# dialect: classic
from util import range
print range(3)
# expect: [0, 1, 2, 3]
