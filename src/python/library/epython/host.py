"""What the host answers without the cores."""

from .device import device


def divide(a, b):
    """a / b as Python 2 has it: between ints, an int."""
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


def coreid():
    """The id of the host: the one after the last core's."""
    return device.host


def numcores():
    """How many cores there are; with a program of their own on them, the host is one of them.

    In a kernel, numcores() counts the host as well: there it is one more than how many cores run kernels.
    """
    return len(device.cores) + (1 if device.mode == "core" else 0)


def ishost():
    """True: this is the host."""
    return True


def isdevice():
    """False: this is the host, not a core of the chip."""
    return False
