# dialect: classic
from UTIL import oddsort
Import_ed = 1
total = 1
Total = 2
print total, TOTAL, import_ED
# expect: 2 2 1
def Twice(N):
    return n * 2
print twice(4), LEN([1, 2]), TRUE, none, nOnE
# expect: 8 2 true NONE NONE
a = [2, 1]
OddSort(A)
print a
# expect: [1, 2]
