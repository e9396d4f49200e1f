# title: A virtual core as a server
# look: All cores ask one server. It runs on the host if there are virtual cores (choose some in Run settings), otherwise on the last core.

from parallel import *

me = coreid()
n = numcores()

# The highest id on the host, if there is a core.
server = reduce(me if ishost() else -1, "max")
if server < 0:
    server = n - 1

if me == server:
    left = n - 1
    while left > 0:
        for core in range(n):
            # probe says whether a message has arrived, without waiting for one.
            if core != me and probe(core):
                question = recv(core)
                send(question * question, core)
                left -= 1
    print("I have answered", n - 1, "questions")
else:
    send(me, server)
    print(f"{me} squared is {recv(server)}, says core {server}")
