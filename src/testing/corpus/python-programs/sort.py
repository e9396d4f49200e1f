# The paper's listing 6: numbers go to core 0 and come back in order. The cores' program is sort-cores.py.
from random import randint
from epython import send, recv

data = []
count = 0
while count < 200:
    data.append(randint(0, 1000))
    count += 1
before = data

send(len(data), 0)
send(data, 0, len(data))
data = recv(0, len(data))

print data == sorted(before), len(data)
# device: sort-cores.py
# expect host: True 200
