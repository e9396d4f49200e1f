"""The program and what it runs on."""

argv = ["main.py"]
path = [""]
maxsize = 2147483647
byteorder = "little"
platform = "epiphany"
version = "3.11 (ePython)"
version_info = (3, 11, 0, "final", 0)


def exc_info():
    """A tuple: the class of the exception that is being handled, the exception itself, and None, as a core keeps no traceback."""
    try:
        raise
    except BaseException as found:
        if isinstance(found, RuntimeError) and str(found) == "No active exception to reraise":
            return (None, None, None)
        return (type(found), found, None)


def exit(status=None):
    """Ends the program on this core."""
    quit(status)


def getrecursionlimit():
    """About how many calls within calls there may be."""
    return 1000


def setrecursionlimit(limit):
    """Changes nothing: the size of the core's stack is the limit."""
