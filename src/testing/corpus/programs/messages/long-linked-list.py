# cores: 2
from parallel import *
class Link:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest
if coreid() == 0:
    chain = None
    for k in range(300):
        chain = Link(k, chain)
    send(chain, 1)
else:
    chain = recv(0)
    total = 0
    while chain is not None:
        total += chain.value
        chain = chain.rest
    print(total)
    # expect 1: 44850
