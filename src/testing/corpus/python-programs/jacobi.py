# Jacobi on a line, with data that stays on the cores. In a kernel numcores() counts the host, whose id is the last.
from epython import *
import math

now = None
after = None
define_on_device(now)
define_on_device(after)

@offload
def begin(size):
  workers = numcores() - 1
  mine = size / workers
  if coreid() < size - mine * workers: mine += 1
  now = [0.0] * (mine + 2)
  after = [0.0] * (mine + 2)
  if coreid() == 0: now[0] = 1.0
  if coreid() == numcores() - 2: now[mine + 1] = 10.0

@offload
def residual():
  total = 0.0
  for i in range(1, len(now) - 1):
    total += (now[i] * 2 - now[i - 1] - now[i + 1]) ^ 2
  return total

@offload
def iterate():
  last = len(now) - 1
  if coreid() > 0: now[0] = sendrecv(now[1], coreid() - 1)
  if coreid() < numcores() - 2: now[last] = sendrecv(now[last - 1], coreid() + 1)
  for i in range(1, last):
    after[i] = 0.5 * (now[i - 1] + now[i + 1])
  for i in range(1, last):
    now[i] = after[i]

@offload(target=[0, 15])
def whoami():
  return (numcores(), coreid(), ishost(), isdevice(), reduce_nothing())

def reduce_nothing():
  return probe(numcores() - 1)

begin(100)
first = math.sqrt(sum(residual()))
norm = 1.0
rounds = 0
while norm > 0.15:
  iterate()
  norm = math.sqrt(sum(residual())) / first
  rounds += 1
print rounds, norm < 0.15
print whoami()
print [len(part) - 2 for part in copy_from_device("now")]
# expect host: 8 True
# expect host: [(17, 0, False, True, False), (17, 15, False, True, False)]
# expect host: [7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6]
