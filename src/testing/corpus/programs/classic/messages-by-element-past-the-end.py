# dialect: classic
# cores: 2
import parallel
if coreid() == 0: send([1, 2], 1, 3)
else:
    print recv(0)
    print recv(0)
    print recv(0)
# expect 1: 1
# expect 1: 2
# expect 1: 0
