# cores: 2
from parallel import *
class Station:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f"<{self.name}>"
if coreid() == 0:
    a = Station("a")
    send({"first": a, "all": (a, Station("b")), a: 1, frozenset([2]): {a}}, 1)
else:
    d = recv(0)
    first = d["first"]
    print(d["all"][0] is first, d[first], first in d[frozenset([2])], d["all"])
    # expect 1: True 1 True (<a>, <b>)
