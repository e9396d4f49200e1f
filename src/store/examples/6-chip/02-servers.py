# title: A virtual core as a server
# look: Cores ask one server, on the host if there are virtual cores (choose some under Run settings), else the last core.

from parallel import *

me = coreid()
n = numcores()

# The highest id on the host, if any core is there.
server = reduce(me if ishost() else -1, "max")
if server < 0:
    server = n - 1

if me == server:
    left = n - 1
    while left > 0:
        for core in range(n):
            # probe says whether a message waits, without waiting for one.
            if core != me and probe(core):
                question = recv(core)
                send(question * question, core)
                left -= 1
    print "I have answered " + str(n - 1) + " questions"
else:
    send(me, server)
    print str(me) + " squared is " + str(recv(server)) + ", says core " + str(server)
