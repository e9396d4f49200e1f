"""The program on the cores, and the launches of its kernels."""

import json

import _epython_bridge as bridge

from .device import ask, device, mark_line
from .errors import OffloadError
from .handlers import Handler
from .program import Program, complain
from .values import task


class Launcher:
    """Loads the program of the cores when it is needed, and launches its kernels."""

    def __init__(self):
        # By name and file: the kernel that was decorated last.
        self.known = {}
        # What the next program of the cores has to contain.
        self.kernels = []
        self.residents = []
        # The kernels and residents of the program that is on the cores; None if there is none yet.
        self.loaded = None
        # By resident, when there is no program on the cores but was one: by core, the value, packed.
        self.kept = {}

    def load(self):
        """Starts the program of the cores when it is first needed, and a new one if more belongs to it by now."""
        if device.mode != "caller":
            raise OffloadError("the cores run a program of their own; kernels need cores that are free")
        wanted = (tuple(self.kernels), tuple(self.residents))
        if self.loaded == wanted:
            return
        self.kernels = self.all_that_fit()
        program = Program(self.kernels, self.residents)
        kept = self.kept
        if self.loaded is not None:
            device.drain()
            kept = {}
            for k, name in enumerate(self.loaded[1]):
                kept[name] = self.fetch_packed(k)
            self.end()
        mark_line()
        complain(program, bridge.start(program.request(), device.latest))
        device.lines = len(program.source.lines) if program.source else 0
        self.loaded = (tuple(self.kernels), tuple(sorted(self.residents)))
        self.residents = list(self.loaded[1])
        self.kept = {}
        device.failed.clear()
        for name, values in kept.items():
            op = -2 - 2 * self.residents.index(name)
            for core, value in values.items():
                self.post([core], op, 1, value)
        device.drain()

    def all_that_fit(self):
        """The kernels that have been launched, and the others that fit into one program with them: launching those later
        needs no new program."""
        kernels = list(self.kernels)
        for kernel in self.known.values():
            if kernel not in kernels:
                try:
                    Program([*kernels, kernel], self.residents)
                except OffloadError:
                    continue
                kernels.append(kernel)
        whole = Program(kernels, self.residents)
        return self.kernels if json.loads(ask(bridge.check(whole.request())))["problems"] else kernels

    def end(self):
        """Ends the program of the cores."""
        if self.loaded is None:
            return
        working = [core for core in device.cores if core not in device.failed]
        if working:
            ask(bridge.end(bytes(working), task(-1, 0, b"")))

    def fetch_packed(self, index):
        """By core: the value of a resident, packed."""
        handler = self.post(device.cores, -3 - 2 * index, 0, b"", raw=True)
        return dict(zip(handler.cores, handler.wait()))

    def launch(self, kernel, count, body, options):
        """Launches a kernel, whose `count` arguments are packed in `body`, and returns its handler."""
        cores = device.choose(options)
        before = self.kernels
        if kernel not in before:
            self.kernels = [*before, kernel]
        try:
            self.load()
        except OffloadError:
            # Other kernels can still be launched.
            self.kernels = before
            raise
        return self.post(cores, self.kernels.index(kernel), count, body, line=kernel.line)

    def post(self, cores, op, count, body, raw=False, line=0):
        """Queues a task on these cores and returns its handler."""
        device.look()
        handler = Handler(cores, op, line or mark_line())
        mark_line()
        number = bridge.issue(bytes(cores), task(op, count, body), line)
        if isinstance(number, str):
            ask(number)
        for core in cores:
            device.open[core] += 1
            device.queues[core].append((handler, number, raw))
        for core in cores:
            device.feed(core)
        return handler

    def finish(self):
        """Lets all launches run to their end, once the host's program is over. False if one failed and nobody was told."""
        if self.loaded is not None:
            device.drain()
            self.end()
        return not device.unheard

    def rest(self):
        """Leaves the cores: what is launched later starts them anew, with the data that lies on them now. Data is lost if one of
        the cores has not ended."""
        busy = device.rest()
        if self.loaded is not None:
            self.kept = {} if busy else {name: self.values(name) for name in self.loaded[1]}
            self.residents = list(self.kept)
        self.loaded = None
        self.kernels = []

    def values(self, name):
        """By core that has run: the value that a resident has on it, packed."""
        values = {core: ask(bridge.variable(core, name)) for core in device.cores}
        return {core: value for core, value in values.items() if value is not None}


launcher = Launcher()
