print range(4), range(2, 5), range(5, 0, -2), range(0), range(3, 1)
# expect: [0, 1, 2, 3] [2, 3, 4] [5, 3, 1] [] []
import util
print util.range(3), util.range(1, 3)
# expect: [0, 1, 2, 3] [1, 2, 3]
