# cores: 2
from parallel import *
other = 1 - coreid()
mine = []
for i in range(25):
    got = sendrecv(["from " + str(coreid()), i, [str(i)]], other)
    mine.append(got[0] + "/" + got[2][0])
    junk = "junk " * 20
print len(mine), mine[0], mine[24]
# expect 0: 25 from 1/0 from 1/24
# expect 1: 25 from 0/0 from 0/24
