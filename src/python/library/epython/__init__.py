"""ePython for full Python on the host: functions that run on the Epiphany's cores, data that stays there, and messages
with the programs of the cores."""

from types import FunctionType as _FunctionType

# A second import fails here, because the bridge is gone by then: the library is loaded once, before the program.
import _epython_bridge as _bridge

from .data import copy_from_device, copy_to_device, define_on_device
from .errors import DeadlockError, KernelError, OffloadError
from .handlers import Handler, KernelExecutionHandler, testKernelCompletion, waitAll, waitForKernelCompletion
from .host import coreid, divide, isdevice, ishost, numcores
from .kernels import offload, offload_multiple, offload_single
from .messages import bcast, probe, recv, reduce, send, sendrecv, sync
from .options import ALL_DEVICES, EPIPHANY_DEVICE

__all__ = [
    "offload",
    "offload_multiple",
    "offload_single",
    "waitAll",
    "define_on_device",
    "copy_to_device",
    "copy_from_device",
    "send",
    "recv",
    "sendrecv",
    "bcast",
    "reduce",
    "sync",
    "divide",
    "coreid",
    "numcores",
    "probe",
    "ishost",
    "isdevice",
    "ALL_DEVICES",
    "EPIPHANY_DEVICE",
    "Handler",
    "KernelExecutionHandler",
    "testKernelCompletion",
    "waitForKernelCompletion",
    "OffloadError",
    "KernelError",
    "DeadlockError",
]

# What the original has besides, and what to write instead.
_INSTEAD = {
    "shutdownEpython": "leave it out: the cores end with the program",
    "stopEpython": "leave it out: the cores end with the program",
    "restartePython": "leave it out: the cores are started when a kernel is launched",
    "initialise": "leave it out: the cores are started when a kernel is launched",
    "pingEpython": "leave it out: the cores are started when a kernel is launched",
    "issueKernelLaunches": "call the kernel, with target, auto or all",
    "doPhysicalCoprocessorLaunch": "call the kernel, with target",
    "receiveKernelReturnValue": "wait for the handler that an asynchronous launch gives",
    "underlyingSend": "use send",
    "underlyingRecv": "use recv",
    "useNumpy": "leave it out: arrays of numpy travel as lists do",
}


def __getattr__(name):
    if name in _INSTEAD:
        raise OffloadError(f"there is no {name} here: {_INSTEAD[name]}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# Tracebacks, help() and pickles call everything by the name that programs use, such as epython.OffloadError.
for _name in __all__:
    _thing = globals()[_name]
    for _part in (_thing, *vars(_thing).values()):
        if isinstance(_part, (type, _FunctionType)):
            _part.__module__ = __name__

# Programs see one module without parts: dir(), help() and suggestions show the names above, and no `epython.data`.
del _name, _thing, _part, _FunctionType
del __path__, data, device, errors, handlers, host, kernels, launcher, messages, options, program, source, values
