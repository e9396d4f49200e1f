# The names of the original's module, and what to write instead of those that make no sense here.
import epython
from epython import *

@offload(device=EPIPHANY_DEVICE, target=[4])
def double(x):
    return x * 2

@offload_multiple(cores=2, device=ALL_DEVICES)
def twice(x):
    return x * 2

@offload_single(device=ALL_DEVICES)
def once(x):
    if probe(16):
        return recv(16)
    return x

@offload
def echo():
    send(recv(16), 16)

print(ALL_DEVICES, EPIPHANY_DEVICE, ishost(), isdevice(), numcores(), coreid())
print(double(3), len(double(3, target=ALL_DEVICES)), len(double(3, target=EPIPHANY_DEVICE)), len(double(1, all=True)))
h = twice(4)
print(isinstance(h, KernelExecutionHandler), waitForKernelCompletion(h), testKernelCompletion(h), h.number_running(), h.number_outstanding())
print(once(5).wait())
h = echo(target=6, asynchronous=True)
print(probe(6))
send([1, 2], 6, length=2)
while not probe(6):
    pass
print(recv(6, len=2), h.wait())
x = 1
define_on_device(x)
copy_to_device(var="x", data=2)
print(copy_from_device(var="x", target=3))
for work in [
    lambda: copy_from_device(x),
    lambda: epython.shutdownEpython(),
    lambda: epython.useNumpy,
    lambda: double(1, device=2),
    lambda: waitForKernelCompletion(3),
]:
    try:
        work()
    except OffloadError as error:
        print(error)
try:
    from epython import nothing
except ImportError as error:
    print("ImportError")
# expect host: 0 1 True False 16 16
# expect host: [6] 16 16 16
# expect host: True [8, 8] True 0 0
# expect host: [5]
# expect host: False
# expect host: [1, 2] [None]
# expect host: [2]
# expect host: copy_from_device takes the name of a variable in quotation marks, such as copy_from_device("x")
# expect host: there is no shutdownEpython here: leave it out: the cores end with the program
# expect host: there is no useNumpy here: leave it out: arrays of numpy travel as lists do
# expect host: there is one device, EPIPHANY_DEVICE, not 2
# expect host: waitForKernelCompletion takes the handler that a launch gives, not 3
# expect host: ImportError
