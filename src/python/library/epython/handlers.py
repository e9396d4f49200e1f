"""Handlers, with which a program waits for its launches."""

import _epython_bridge as bridge

from .device import device, mark_line
from .errors import KernelError, OffloadError


class Handler:
    """One launch of a kernel on one or more cores."""

    def __init__(self, cores, op=0, line=0):
        self.cores = list(cores)
        # What was launched (the number in its task), and the line of the kernel.
        self._op = op
        self._line = line
        # By core: the value, the core's clock when it gave the value, and the value's size in bytes; or, if the kernel
        # failed, a KernelError and the core's clock at that time.
        self._values = {}
        self._failures = {}
        self._paid = set()
        self._seen = set()
        self._given = set()

    @property
    def running(self):
        """How many cores have not ended the kernel yet."""
        device.look()
        return self._missing()

    def _missing(self):
        return len(self.cores) - len(self._values) - len(self._failures)

    def _ended(self, core):
        return core in self._values or core in self._failures

    def number_running(self):
        """How many cores have not ended the kernel yet."""
        return self.running

    number_outstanding = number_running

    def test(self):
        """True if there is a value that wait_any has not given yet."""
        device.look()
        return len(self.cores) - self._missing() > len(self._given)

    def wait(self):
        """Waits for all cores; the list of their values, in the order of the cores.

        If the kernel has failed on some of them, the error of the one that failed first is raised as soon as the others
        have ended or wait for what will not come.
        """
        while self._missing() > 0:
            if not device.wait([core for core in self.cores if not self._ended(core)], bool(self._failures)):
                break
        mark_line()
        if self._failures:
            for core in self.cores:
                if self._ended(core):
                    self._see(core)
            first = min(self._failures, key=lambda core: (self._failures[core][1], self.cores.index(core)))
            self._raise(first)
        for core in self.cores:
            self._pay(core)
        return [self._values[core][0] for core in self.cores]

    def wait_any(self):
        """Waits for a value that it has not given yet, from any of the cores; None if it has given all."""
        if len(self._given) == len(self.cores):
            return None
        device.look()
        while len(self.cores) - self._missing() == len(self._given):
            device.wait([core for core in self.cores if not self._ended(core)])
        core = next(core for core in self.cores if self._ended(core) and core not in self._given)
        self._given.add(core)
        mark_line()
        self._see(core)
        if core in self._failures:
            self._raise(core)
        self._pay(core)
        return self._values[core][0]

    def _raise(self, core):
        error, clock = self._failures[core]
        bridge.until(clock)
        # A new one each time, because an exception carries the place where it was raised.
        raise KernelError(str(error), error.core, error.line)

    def _see(self, core):
        """Notes that the program has seen the end of the kernel on a core."""
        if core not in self._seen:
            self._seen.add(core)
            device.open[core] -= 1
            device.unheard.discard((self, core))
            if device.failed.get(core) is self:
                bridge.raised(core)

    def _pay(self, core):
        self._see(core)
        if core not in self._paid:
            self._paid.add(core)
            bridge.collect(core, *self._values[core][1:], self._op, self._line)

    def __repr__(self):
        return f"<kernel on {len(self.cores)} cores, {self._missing()} still running>"


# What the original calls it.
KernelExecutionHandler = Handler


def testKernelCompletion(handler):
    """Whether a launch has ended on all its cores."""
    return _handler(handler, "testKernelCompletion").running == 0


def waitForKernelCompletion(handler):
    """Waits for a launch on all its cores; the list of their values."""
    return _handler(handler, "waitForKernelCompletion").wait()


def waitAll(*handlers):
    """Waits for all these launches; the list of their lists of values."""
    if len(handlers) == 1 and isinstance(handlers[0], (list, tuple)):
        handlers = handlers[0]
    return [handler.wait() for handler in handlers]


def _handler(given, name):
    if not isinstance(given, Handler):
        raise OffloadError(f"{name} takes the handler that a launch gives, not {given!r}")
    return given
