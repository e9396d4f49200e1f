# cores: 4
from parallel import *
print bcast(coreid() * 5, 2), bcast("text" + str(coreid()), 1), bcast([coreid(), [2.5, "x"]], 3)
# expect: 10 text1 [3, [2.5, 'x']]
print bcast(None, 0), bcast(True, 0), bcast("", 0), bcast([], 0)
# expect: None True  []
