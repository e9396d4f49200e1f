# title: Numbers sorted by the cores
# look: The host makes numbers, and the cores sort them (odd-even transposition) and send them back. The second file is the cores' program.

# host
from random import randint
from epython import send, recv, numcores

count = 10 * (numcores() - 1)
numbers = [randint(0, 1000) for k in range(count)]

send(count, 0)
send(numbers, 0, count)
result = recv(0, count)

print("from", result[0], "to", result[-1])
print("in order:", result == sorted(numbers))
