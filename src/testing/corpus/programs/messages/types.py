# cores: 2
from parallel import *
def f(x): return x * 2
if coreid() == 0:
    send(20, 1)
    send(2.5, 1)
    send(True, 1)
    send("text", 1)
    send("日本", 1)
    send("", 1)
    send(None, 1)
    send(f, 1)
    send(abs, 1)
    send(-2147483648, 1)
else:
    print recv(0), recv(0), recv(0), recv(0), recv(0), recv(0), recv(0)
    g = recv(0)
    h = recv(0)
    print g(4), h(-4), recv(0)
# expect 1: 20 2.5 True text 日本  None
# expect 1: 8 4 -2147483648
