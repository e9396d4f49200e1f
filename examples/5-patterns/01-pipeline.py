# title: A pipeline
# look: Numbers flow through the cores, and each core does one step. Watch the pipeline fill, run full, and drain.

from parallel import *

ITEMS = 12

me = coreid()
last = numcores() - 1

def work(item):
    # Each stage adds its own number.
    return item + me

if numcores() < 3:
    print("A pipeline needs three cores or more")
elif me == 0:
    for item in range(ITEMS):
        send(item * 1000, 1)
else:
    for i in range(ITEMS):
        item = work(recv(me - 1))
        if me < last:
            send(item, me + 1)
        else:
            print("Out came", item)
