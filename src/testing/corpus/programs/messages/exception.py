# cores: 2
from parallel import *
class Empty(ValueError):
    pass
if coreid() == 0:
    try:
        raise Empty("no rows", 3)
    except Empty as error:
        send(error, 1)
else:
    try:
        raise recv(0)
    except ValueError as error:
        print(repr(error), error.args, isinstance(error, Empty))
        # expect 1: Empty('no rows', 3) ('no rows', 3) True
