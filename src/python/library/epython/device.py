"""The cores as the host sees them: what each one runs, what it will run next, and what it has given back."""

import json
import struct
import sys
from collections import deque

import _epython_bridge as bridge

from .errors import DeadlockError, KernelError, OffloadError
from .values import unpack


def ask(result):
    """What the bridge answered. If the answer is an error, raises it."""
    if not isinstance(result, str):
        return None if result is None else result.to_bytes()
    kind, _, message = result.partition(":")
    if kind == "interrupted":
        raise KeyboardInterrupt
    if kind == "over":
        raise DeadlockError("the cores can never continue, and the host waits for them")
    if kind == "memory":
        raise MemoryError(message)
    if kind == "kernel":
        raise device.failure_of(int(message))
    raise OffloadError(message)


class Device:
    """What each core runs, and the launches that wait for it."""

    def __init__(self):
        # The file that runs.
        self.path = ""
        self.cores = []
        # The id of the host itself.
        self.host = 0
        # "caller" if the host launches kernels, "core" if the cores run a program of their own.
        self.mode = "caller"
        # How many lines of the program on the cores are the file's own. The loop around the kernels follows them.
        self.lines = 0
        # By core: the launch that it runs, and the launches that wait for it. A launch is its handler, its number, and
        # whether its values stay packed.
        self.current = {}
        self.queues = {}
        # By core: how many launches have not ended yet, as far as the program has seen.
        self.open = {}
        # By core whose last kernel failed: the handler of that launch.
        self.failed = {}
        # Failed launches, each with its core, that the program has not been told about.
        self.unheard = set()
        # The latest clock of any core that has given something back.
        self.latest = 0.0

    def begin(self, path, cores, host, mode):
        self.path = path
        self.cores = list(cores)
        self.host = host
        self.mode = mode
        self.queues = {core: deque() for core in self.cores}
        self.open = dict.fromkeys(self.cores, 0)

    def drain(self):
        """Waits until every core has ended all its launches."""
        while busy := [core for core in self.cores if self.current.get(core) or self.queues[core]]:
            self.wait(busy)

    def rest(self):
        """Forgets the launches that have not ended: those who wait for them are told so. True if there were any."""
        stopped = False
        for core in self.cores:
            for launch in (self.current.get(core), *self.queues[core]):
                if launch is not None:
                    handler = launch[0]
                    error = KernelError(f"core {core}: it was stopped before the kernel ended", core, handler._line)
                    handler._failures[core] = error, self.latest
                    stopped = True
            self.queues[core].clear()
        self.current = {}
        self.failed.clear()
        self.unheard.clear()
        return stopped

    def choose(self, options):
        """The cores that the options name."""
        if "target" in options:
            target = options["target"]
            chosen = [target] if isinstance(target, int) else list(target)
            for core in chosen:
                if core not in self.queues:
                    raise OffloadError(f"there is no core {core!r}: there are {len(self.cores)}, {self.span()}")
            if len(set(chosen)) < len(chosen):
                raise OffloadError("target names a core twice")
            if not chosen:
                raise OffloadError("target names no core")
            return chosen
        if "auto" in options:
            count = options["auto"]
            if not isinstance(count, int) or not 1 <= count <= len(self.cores):
                raise OffloadError(f"auto takes how many cores: 1 to {len(self.cores)}, not {count!r}")
            # Those with the fewest launches, as far as the program has seen: so the choice is the same every time.
            ranked = sorted(self.cores, key=lambda core: (self.open[core], core))
            return sorted(ranked[:count])
        return list(self.cores)

    def span(self):
        return f"from {self.cores[0]} to {self.cores[-1]}"

    def feed(self, core):
        """Starts the next launch of a core, if the core is free."""
        if self.current.get(core) is not None or not self.queues[core]:
            return
        launch = self.queues[core].popleft()
        self.current[core] = launch
        self.failed.pop(core, None)
        ask(bridge.launch(launch[1], core))

    def look(self):
        """Takes what the cores have given back since the last look."""
        busy = bytes(core for core, launch in self.current.items() if launch is not None)
        if not busy:
            return
        ended = ask(bridge.ended(busy))
        for core, failed in zip(ended[::2], ended[1::2]):
            handler, _, raw = self.current[core]
            self.current[core] = None
            if failed:
                handler._failures[core] = self.fault(core, handler._line)
                self.failed[core] = handler
                self.unheard.add((handler, core))
            else:
                data = ask(bridge.take(core))
                clock, size = struct.unpack_from("<dd", data)
                value = data[16:] if raw else unpack(data, 16)[0]
                handler._values[core] = (value, clock, size)
                self.latest = max(self.latest, clock)
            self.feed(core)

    def fault(self, core, line):
        """The error of a core that failed, and the core's clock at that time. If the loop around the kernels failed, the
        error is at `line`, the line of the launch."""
        fault = json.loads(ask(bridge.fault(core)))
        if 0 < fault["line"] <= self.lines:
            line = fault["line"]
        self.latest = max(self.latest, fault["clock"])
        return KernelError(f"core {core}: {fault['message']}, line {line}", core, line), fault["clock"]

    def failure_of(self, core):
        """The error of the kernel that failed on a core, for a host that waits for a message from this core."""
        self.look()
        if core in self.failed:
            self.failed[core]._see(core)
            error, clock = self.failed[core]._failures[core]
        else:
            error, clock = self.fault(core, 0)
            bridge.raised(core)
        bridge.until(clock)
        return KernelError(str(error), error.core, error.line)

    def wait(self, cores, unless_stuck=False):
        """Waits until a launch has ended on one of these cores or on another one: what runs there next may be what these
        cores wait for. With `unless_stuck`, gives up and returns False if all these cores wait for what will never come."""
        mark_line()
        wanted = [core for core in cores if self.current.get(core) is not None]
        if wanted:
            others = [core for core, launch in self.current.items() if launch is not None and core not in wanted]
            # A report of a deadlock names the first one.
            if not unless_stuck:
                ask(bridge.wait(bytes(wanted + others)))
            elif ask(bridge.wait_unless_stuck(bytes(wanted + others), len(wanted))) is None:
                return False
        self.look()
        return True


device = Device()


def mark_line():
    """Reports the line that the program has reached in the file that runs, and returns it."""
    # Found by its file and not by its depth: any number of our own calls may lie between.
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != device.path:
        frame = frame.f_back
    if frame is None:
        return 0
    bridge.line(frame.f_lineno)
    return frame.f_lineno
