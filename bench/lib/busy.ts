/// All cores print, message and allocate at full speed, without end.
export const busy = `from parallel import *

me = coreid()
right = (me + 1) % numcores()
left = (me + numcores() - 1) % numcores()
count = 0
while True:
    some = [me] * 8
    if me % 2 == 0:
        send(some[0], right)
        value = recv(left)
    else:
        value = recv(left)
        send(some[0], right)
    count += 1
    print "round", count, value
`;
