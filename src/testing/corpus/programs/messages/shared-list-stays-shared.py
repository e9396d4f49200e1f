# cores: 2
from parallel import *
if coreid() == 0:
    row = [0, 0]
    send([row, row, {"row": row}], 1)
else:
    got = recv(0)
    got[0][1] = 5
    print(got)
    # expect 1: [[0, 5], [0, 5], {'row': [0, 5]}]
