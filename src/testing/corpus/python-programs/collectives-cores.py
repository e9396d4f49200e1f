from parallel import *
got = bcast(0, 16)
print(got, numcores())
reduce(coreid(), "max")
reduce([1, 2], "sum")
sync()
if coreid() == 0:
    print(sendrecv("from core 0", 16))
