"""Messages between the host and the cores."""

import struct

import _epython_bridge as bridge

from .device import ask, device, mark_line
from .errors import OffloadError
from .launcher import launcher
from .options import either
from .values import pack, unpack


def _call(name, *values):
    """Calls a native as the host's core and returns what it gives."""
    if device.mode == "caller":
        if name in ("bcast", "reduce", "sync"):
            raise OffloadError(f"{name} is for all cores: it needs a program of their own on them")
        launcher.load()
        device.look()
    mark_line()
    parts = [pack(value, name) for value in values]
    sizes = struct.pack("<I", len(parts)) + b"".join(struct.pack("<I", len(part)) for part in parts)
    return unpack(ask(bridge.call(name, sizes + b"".join(parts))))[0]


def send(data, pid, n=None, *, length=None):
    """Sends a value or list to core pid and waits until that core receives it."""
    _call("send", data, pid, either("send", n, length, "length"))


def recv(pid, n=None, *, len=None):
    """Waits for a value or list from core pid and returns it."""
    return _call("recv", pid, either("recv", n, len, "len"))


def sendrecv(data, pid, n=None):
    """Swaps values with core pid: sends data and returns what pid sent."""
    return _call("sendrecv", data, pid, n)


def probe(pid):
    """Whether a message from core pid is ready to be received."""
    return _call("probe", pid)


def bcast(data, root):
    """Gives every core the value that core root passes."""
    return _call("bcast", data, root)


def reduce(data, op=None, *, operator=None):
    """Combines every core's value with "sum", "min", "max" or "prod" and gives the result to all."""
    return _call("reduce", data, either("reduce", op, operator, "operator"))


def sync():
    """Waits until every core has called it."""
    _call("sync")
