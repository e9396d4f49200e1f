# dialect: classic
# cores: 2
from parallel import send
a = [1, 2, 3]
if coreid() == 0:
    send(a, 1, 3)
    send(1, 1)
    send(2, 1)
    send(a, 1, none)
    send(a, 1, 0)
    r = sendrecv([5, 6], 1, 2)
    print r[0] * 10 + r[1]
    f = send
    f(9, 1)
else:
    print recv(0)
    print recv(0)
    print recv(0)
    b = recv(0, 2)
    print b[0] * 10 + b[1]
    c = recv(0)
    print len(c)
    print sendrecv(7, 0)
    print sendrecv(8, 0)
    print recv(0)
# expect 1: 1
# expect 1: 2
# expect 1: 3
# expect 1: 12
# expect 1: 3
# expect 1: 5
# expect 1: 6
# expect 1: 9
# expect 0: 78
