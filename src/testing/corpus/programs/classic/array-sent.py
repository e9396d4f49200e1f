# dialect: classic
# cores: 2
import parallel
import array
if coreid() == 0:
    a = array(2, 3)
    a[1][2] = 5
    send(a, 1)
    b = bcast(a, 0)
    flatten(a)
    send(a, 1, 6)
else:
    a = recv(0)
    print a[1][2]
    print ndim(a)
    b = bcast(0, 0)
    print b[1][2]
    c = recv(0, 6)
    print c[5]
# expect 1: 5
# expect 1: 2
# expect 1: 5
# expect 1: 5
