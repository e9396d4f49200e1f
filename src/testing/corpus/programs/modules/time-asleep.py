# cores: 2
from parallel import coreid, recv, send
from time import monotonic, perf_counter, sleep, time

started = time()
if coreid() == 0:
    sleep(2.5)
    send("awake", 1)
else:
    print(recv(0))  # expect 1: awake
print(int(time() - started), perf_counter() >= started, monotonic() >= started)
# expect: 2 True True
