# What is nested without end on the host is an error like any other, whether Python's own code or C goes round.
from epython import *
import json

def tell(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__ + ":", error)

def endless(n):
    return 1 + endless(n + 1)

class Mirror:
    def __repr__(self):
        return repr(self)

    def __call__(self):
        return self()

def by_key(x):
    return sorted([x], key=by_key)

@offload(target=0)
def same(x):
    return x

@offload(target=0)
def loop():
    x = [1]
    x.append(x)
    return x

itself = [1]
itself.append((2, itself))
named = {}
named["itself"] = named
deep = []
for k in range(20000):
    deep = [deep]
shallow = 0
for k in range(40):
    shallow = [shallow]
kept = 0
define_on_device(kept)

print(itself, named)
tell(lambda: endless(0))
tell(lambda: Mirror())
tell(lambda: Mirror()())
tell(lambda: by_key(1))
tell(lambda: json.dumps(named))
tell(lambda: repr(deep)[:3])
tell(lambda: same(itself))
tell(lambda: same((itself,)))
tell(lambda: same(deep))
tell(lambda: same(named))
tell(lambda: copy_to_device("kept", itself))
tell(lambda: send(itself, 0))
tell(lambda: loop())
tell(lambda: same(shallow) == [shallow])
endless(0)
# expect host: [1, (2, [...])] {'itself': {...}}
# expect host: RecursionError: …
# expect host: RecursionError: …
# expect host: RecursionError: …
# expect host: RecursionError: …
# expect host: ValueError: Circular reference detected
# expect host: RecursionError: …
# expect host: TypeError: x, an argument of same: a list that contains itself cannot travel to a core
# expect host: TypeError: x, an argument of same: a tuple that contains itself cannot travel to a core
# expect host: TypeError: x, an argument of same: a list that is nested more than 50 deep cannot travel to a core
# expect host: TypeError: x, an argument of same: a dict that contains itself cannot travel to a core
# expect host: TypeError: kept: a list that contains itself cannot travel to a core
# expect host: TypeError: send: a list that contains itself cannot travel to a core
# expect host: OffloadError: a value that contains itself, or that is nested more than 50 deep, cannot be given to the host
# expect host: True
# fault: core 16 host-exception line 12
# outcome: failed
