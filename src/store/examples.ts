/// A small program that shows one idea.
export interface Example {
  /// Also the name of its file, without `.py`.
  readonly id: string;
  readonly title: string;
  /// One sentence: what it shows, or what to try.
  readonly about: string;
  readonly text: string;
}

const hello: Example = {
  id: "hello",
  title: "Hello from every core",
  about: "All cores run the same program; each knows its own id.",
  text: `from parallel import *

print "Hello from core " + str(coreid()) + " of " + str(numcores())
`,
};

const message: Example = {
  id: "message",
  title: "Passing a value",
  about: "Core 0 sends, core 1 receives, and both wait for each other.",
  text: `from parallel import *

# What core 0 knows, core 1 does not, until it is sent.
if coreid() == 0:
    send(20, 1)
    print "Core 1 has taken it"
elif coreid() == 1:
    value = recv(0)
    print "Got " + str(value) + " from core 0"
`,
};

const largest: Example = {
  id: "largest",
  title: "A reduction",
  about: "Every core draws a number; reduce finds the largest and tells all.",
  text: `from parallel import *
from random import randint

mine = randint(0, 100)
print "I drew " + str(mine)

# Every core must take part, and every core gets the result.
best = reduce(mine, "max")
if mine == best:
    print "Mine is the largest: " + str(best)
`,
};

const ring: Example = {
  id: "ring",
  title: "Round a ring",
  about: "A number travels from core to core, and each adds its own id.",
  text: `from parallel import *

me = coreid()
last = numcores() - 1

# Core 0 starts the ring; everyone else waits for a turn.
if numcores() == 1:
    print "A ring needs two cores or more"
elif me == 0:
    send(0, 1)
    print "Round the ring and back: " + str(recv(last))
else:
    total = recv(me - 1) + me
    if me == last:
        send(total, 0)
    else:
        send(total, me + 1)
`,
};

const virtual: Example = {
  id: "virtual",
  title: "Virtual cores",
  about: "Cores on the host join in; choose some under Run settings.",
  text: `from parallel import *

# Virtual cores run on the host's processor. To a program they are cores
# like any other, and their ids follow those of the chip.
if ishost():
    print "Core " + str(coreid()) + " is a virtual core on the host"
elif isdevice():
    print "Core " + str(coreid()) + " is a core of the chip"
`,
};

const question: Example = {
  id: "question",
  title: "Asking for input",
  about: "One core asks you, and tells the others your answer.",
  text: `from parallel import *

count = 0
if coreid() == 0:
    count = input("How many pairs of terms should each core add? ")

# Only core 0 knows the answer. bcast gives it to everyone.
count = bcast(count, 0)

total = 0.0
k = 2 * coreid() * count
for i in range(count):
    total += 1.0 / (2 * k + 1) - 1.0 / (2 * k + 3)
    k += 2
pi = 4 * reduce(total, "sum")

if coreid() == 0:
    print "After " + str(count * numcores()) + " pairs of terms, pi is about " + str(pi)
`,
};

const heat: Example = {
  id: "heat",
  title: "Gauss-Seidel",
  about: "A rod, hot at one end: each core holds a part and swaps its edges.",
  text: `from parallel import *
from math import sqrt

# The temperature along a rod whose ends are kept at 1 and 10 degrees.
# Every core holds a part of the rod, and one point more at each side:
# a copy of its neighbour's edge, swapped in every round.
POINTS = 64
RELAX = 1.3
GOAL = 0.001

me = coreid()
last = numcores() - 1
n = POINTS // numcores()
if me < POINTS % numcores():
    n += 1

rod = [0.0] * (n + 2)
if me == 0:
    rod[0] = 1.0
if me == last:
    rod[n + 1] = 10.0

def residual():
    total = 0.0
    i = 1
    while i <= n:
        d = rod[i - 1] - 2 * rod[i] + rod[i + 1]
        total += d * d
        i += 1
    return sqrt(reduce(total, "sum"))

start = residual()
error = 1.0
rounds = 0

while error > GOAL:
    if me > 0:
        rod[0] = sendrecv(rod[1], me - 1)
    if me < last:
        rod[n + 1] = sendrecv(rod[n], me + 1)
    i = 1
    while i <= n:
        rod[i] = (1 - RELAX) * rod[i] + RELAX * (rod[i - 1] + rod[i + 1]) / 2
        i += 1
    error = residual() / start
    rounds += 1

print "From " + str(rod[1]) + " to " + str(rod[n])
if me == 0:
    print "Settled after " + str(rounds) + " rounds"
`,
};

const deadlock: Example = {
  id: "deadlock",
  title: "A deadlock, on purpose",
  about: "Everyone waits for a neighbour who waits too. Who should send first?",
  text: `from parallel import *

me = coreid()
right = (me + 1) % numcores()
left = (me + numcores() - 1) % numcores()

# Every core waits here to receive, so nobody ever comes to send.
# Let core 0 send first, and the ring goes round.
token = recv(left)
send(token + me, right)
print "Core " + str(me) + " passed it on"
`,
};

/// In the order in which they are best read; the first is what a new learner sees.
export const examples: readonly [Example, ...Example[]] = [
  hello,
  message,
  largest,
  ring,
  virtual,
  question,
  heat,
  deadlock,
];
