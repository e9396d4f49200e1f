import operator
from itertools import accumulate

print(list(accumulate([1, 2, 3])), list(accumulate([2, 3], operator.mul)), list(accumulate([1, 2], initial=10)))
print(list(accumulate([3, 1, 4], max)), list(accumulate([])))
# expect: [1, 3, 6] [2, 6] [10, 11, 13]
# expect: [3, 3, 4] []
