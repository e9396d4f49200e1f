# cores: 2
from parallel import *
def squares(n):
    for k in range(n):
        yield k * k
if coreid() == 0:
    for value in [squares(3), [1, [squares(3)]], {1: 2}.keys(), {"k": map(str, [1])}]:
        try:
            send(value, 1)
        except TypeError as error:
            print(error)
    send(list(squares(3)), 1)
    # expect 0: a generator cannot be sent to another core
    # expect 0: a generator cannot be sent to another core
    # expect 0: a view cannot be sent to another core
    # expect 0: a generator cannot be sent to another core
else:
    print(recv(0))
    # expect 1: [0, 1, 4]
