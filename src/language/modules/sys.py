"""The program and what it runs on."""

argv = ["main.py"]
maxsize = 2147483647
byteorder = "little"
platform = "epiphany"
version = "3.11 (ePython)"
version_info = (3, 11, 0, "final", 0)


def exit(status=None):
    """Ends the program on this core."""
    quit(status)


def getrecursionlimit():
    """About how many calls within calls there may be."""
    return 1000


def setrecursionlimit(limit):
    """Changes nothing: the size of the core's stack is the limit."""
