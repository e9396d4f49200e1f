"""ePython for full Python on the host: functions that run on the Epiphany's cores, data that stays there, and messages
with the programs of the cores."""

import ast
import functools
import inspect
import json
import linecache
import struct
import sys
from array import array
from collections import deque

import _epython_bridge as _bridge

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


class OffloadError(Exception):
    """A function, an argument or an option that cannot go to the cores. `file` and `line` say where, if that is known."""

    def __init__(self, message, file=None, line=None):
        super().__init__(message if line is None else f"line {line}: {message}")
        self.file = file
        self.line = line


class KernelError(Exception):
    """A kernel that failed on a core."""

    def __init__(self, message, core, line):
        super().__init__(message)
        self.core = core
        self.line = line


class DeadlockError(Exception):
    """The cores can never continue."""


# ── Values between Python and the cores ──────────────────────────────────────

_LEAST, _MOST = -(2**31), 2**31 - 1
# How deep lists and tuples may lie in one another, as on the cores (machine/transfer.ts).
_DEEPEST = 50


def _pack(value, out, depth=0):
    kind = type(value)
    if value is None:
        out += b"N"
    elif kind is bool:
        out += b"b\1" if value else b"b\0"
    elif kind is float:
        out += struct.pack("<cd", b"r", value)
    elif kind is str:
        text = value.encode("utf-8", "surrogatepass")
        out += struct.pack("<cI", b"s", len(text)) + text
    elif isinstance(value, int):
        if not _LEAST <= value <= _MOST:
            raise TypeError(f"the int {value} does not fit: on a core ints go from {_LEAST} to {_MOST}")
        out += struct.pack("<ci", b"i", value)
    elif isinstance(value, (list, tuple, range, array)):
        _pack_all(value, out, depth)
    elif kind.__module__ == "numpy" and hasattr(value, "tolist"):
        _pack(value.tolist(), out, depth)
    else:
        raise TypeError(
            f"a {kind.__name__} cannot travel to a core: numbers, strings, None, and lists and tuples of them can"
        )


def _pack_all(values, out, depth):
    if depth > _DEEPEST:
        raise _TooDeep
    if not isinstance(values, tuple):
        kinds = set(map(type, values))
        if kinds == {int} and _LEAST <= min(values) and max(values) <= _MOST:
            out += struct.pack("<cI", b"I", len(values)) + array("i", values).tobytes()
            return
        if kinds == {float}:
            out += struct.pack("<cI", b"R", len(values)) + array("d", values).tobytes()
            return
    out += struct.pack("<cI", b"t" if isinstance(values, tuple) else b"l", len(values))
    for value in values:
        _pack(value, out, depth + 1)


class _TooDeep(Exception):
    pass


def _contains_itself(value):
    """Whether a list or tuple lies in itself, however deep."""
    around = set()
    seen = set()
    pending = [(value, False)]
    while pending:
        value, left = pending.pop()
        if left:
            around.discard(id(value))
        elif id(value) in around:
            return True
        elif id(value) not in seen:
            seen.add(id(value))
            around.add(id(value))
            pending.append((value, True))
            pending.extend((inner, False) for inner in value if isinstance(inner, (list, tuple)))
    return False


def _packed(value, what):
    out = bytearray()
    try:
        _pack(value, out)
    except TypeError as error:
        raise TypeError(f"{what}: {error}") from None
    except _TooDeep:
        kind = "tuple" if isinstance(value, tuple) else "list"
        if _contains_itself(value):
            raise TypeError(f"{what}: a {kind} that contains itself cannot travel to a core") from None
        raise TypeError(f"{what}: a {kind} that is nested more than {_DEEPEST} deep cannot travel to a core") from None
    return bytes(out)


def _unpack(data, at=0):
    """The value at an offset, and the offset after it."""
    letter = data[at : at + 1]
    at += 1
    if letter == b"N":
        return None, at
    if letter == b"b":
        return data[at] != 0, at + 1
    if letter == b"i":
        return struct.unpack_from("<i", data, at)[0], at + 4
    if letter == b"r":
        return struct.unpack_from("<d", data, at)[0], at + 8
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    if letter == b"s":
        return data[at : at + count].decode("utf-8", "replace"), at + count
    if letter in (b"I", b"R"):
        numbers = array("i" if letter == b"I" else "d")
        size = count * numbers.itemsize
        numbers.frombytes(data[at : at + size])
        return numbers.tolist(), at + size
    values = []
    for _ in range(count):
        value, at = _unpack(data, at)
        values.append(value)
    return (tuple(values) if letter == b"t" else values), at


def _ask(result):
    """What the bridge has answered; an error it tells of is raised."""
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
        raise _device.failure_of(int(message))
    raise OffloadError(message)


# ── The source of kernels ────────────────────────────────────────────────────

# Modules that the cores have as well.
_CORE_MODULES = {"array", "concurrency", "math", "memory", "parallel", "random", "taskfarm", "time", "util"}

_PARALLEL = {"send", "recv", "sendrecv", "probe", "bcast", "reduce", "sync", "coreid", "numcores", "ishost", "isdevice"}


class _Source:
    """A file of the host's program: its text as it was written, and its tree."""

    known = {}

    def __init__(self, file, text, tree):
        self.file = file
        self.lines = text.split("\n")
        self.tree = tree
        self.functions = {}
        self.imports = {}
        self.variables = set()
        # Names that are given to define_on_device anywhere in it.
        self.defined = set()
        for node in tree.body:
            self._see(node)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) == "define_on_device" and node.args:
                given = node.args[0]
                if isinstance(given, ast.Name):
                    self.defined.add(given.id)
                elif isinstance(given, ast.Constant) and isinstance(given.value, str):
                    self.defined.add(given.value)

    def _see(self, node):
        if isinstance(node, ast.FunctionDef):
            self.functions[node.name] = node
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                self.imports[alias.asname or alias.name.split(".")[0]] = (node, alias)
        else:
            for child in ast.walk(node):
                if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                    self.variables.add(child.id)

    @classmethod
    def of(cls, file):
        found = cls.known.get(file)
        if found is None:
            text = "".join(linecache.getlines(file))
            if text == "":
                return None
            found = cls.known[file] = cls(file, text, ast.parse(text))
        return found

    def find(self, code):
        """The def that a code object was made from."""
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.FunctionDef) or node.name != code.co_name:
                continue
            first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
            if first == code.co_firstlineno:
                return node
        return None


def _called(call):
    """The name of what a call calls."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)


def _free_names(function):
    """Names that a def reads and does not bind itself, with the line of the first use; and those it says are global."""
    bound = {argument.arg for argument in function.args.args + function.args.kwonlyargs}
    shared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            bound.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound.update(alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.FunctionDef) and node is not function:
            bound.add(node.name)
    free = {}
    outside = {id(node) for part in function.decorator_list for node in ast.walk(part)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and id(node) not in outside and (node.id in shared or node.id not in bound):
            free.setdefault(node.id, node.lineno)
    return free


class _Program:
    """The program of the cores: kernels, what they need, and a loop that runs what the host launches.

    Each line of a kernel stands where it stands in the host's file, so that every message about it names the right one.
    """

    def __init__(self, kernels, residents, checking=False):
        self.source = kernels[0].source if kernels else None
        self.kept = {}
        self.imports = {}
        self.residents = set(residents)
        if checking:
            self.residents |= self.source.defined
        for kernel in kernels:
            if kernel.source is not self.source:
                raise OffloadError(
                    f"the kernels {kernels[0].name} and {kernel.name} are in two files: put them into one",
                    kernel.file,
                    kernel.line,
                )
            self._keep(kernel.node, kernel.name, checking)
        self.text = self._body() + self._loop(kernels)
        self.file = self.source.file.rpartition("/")[2] if self.source else "host.py"

    def _keep(self, node, kernel, checking):
        if node.name in self.kept:
            if self.kept[node.name] is not node:
                raise OffloadError(f"there are two functions named {node.name}", self.source.file, node.lineno)
            return
        self.kept[node.name] = node
        for name, line in _free_names(node).items():
            if name in self.residents:
                continue
            if name in self.source.functions:
                self._keep(self.source.functions[name], kernel, checking)
            elif name in self.source.imports:
                self._import(name, kernel, line)
            elif name in self.source.variables:
                if not checking:
                    raise OffloadError(
                        f"{kernel} uses {name}, a variable of the host: pass it as an argument, or put it on the cores "
                        f"with define_on_device({name}) before the launch",
                        self.source.file,
                        line,
                    )
                self.residents.add(name)
            else:
                self._parallel(name)

    def _parallel(self, name):
        # What the host has from epython the cores have from parallel.
        if name in _PARALLEL:
            self.imports[name] = f"from parallel import {name}"

    def _import(self, name, kernel, line):
        node, alias = self.source.imports[name]
        module = node.module if isinstance(node, ast.ImportFrom) else alias.name
        if module == "epython":
            self._parallel(alias.name)
            return
        if module not in _CORE_MODULES:
            raise OffloadError(
                f"{kernel} uses {name} of the module {module}, which the cores do not have", self.source.file, line
            )
        one = ast.ImportFrom(module, [alias], 0) if isinstance(node, ast.ImportFrom) else ast.Import([alias])
        self.imports[name] = ast.unparse(one)

    def _body(self):
        if self.source is None:
            return ""
        lines = [" " * len(line) for line in self.source.lines]
        for node in self.kept.values():
            for number in range(node.lineno - 1, node.end_lineno):
                # A def within something else: its columns move, its lines do not.
                line = self.source.lines[number]
                lines[number] = line[node.col_offset :] if line[: node.col_offset].strip() == "" else line
        return "\n".join(lines) + "\n"

    def _loop(self, kernels):
        names = sorted(self.residents)
        lines = list(self.imports.values())
        lines += [f"{name} = 0" for name in names]
        lines += [
            "from offload import next_launch as _offload_next, give_back as _offload_give",
            f"_offload_kernels = [{', '.join(kernel.name for kernel in kernels)}]",
            "while True:",
            "    _offload_task = _offload_next()",
            "    _offload_op = _offload_task[0]",
            "    if _offload_op == -1:",
            "        break",
        ]
        for k, name in enumerate(names):
            lines += [
                f"    elif _offload_op == {-2 - 2 * k}:",
                f"        {name} = _offload_task[1]",
                "        _offload_give(None)",
                f"    elif _offload_op == {-3 - 2 * k}:",
                f"        _offload_give({name})",
            ]
        for count in sorted({len(kernel.parameters) for kernel in kernels}):
            arguments = ", ".join(f"_offload_task[{k + 1}]" for k in range(count))
            lines += [
                f"    elif len(_offload_task) == {count + 1}:",
                f"        _offload_give(_offload_kernels[_offload_op]({arguments}))",
            ]
        return "\n".join(lines) + "\n"

    def request(self):
        lines = 0 if self.source is None else len(self.source.lines)
        return json.dumps(
            {"file": self.file, "text": self.text, "lines": lines, "resident": sorted(self.residents)}
        )


def _complain(program, answer):
    """Raises what the compiler has against a program, if anything."""
    for problem in json.loads(_ask(answer))["problems"]:
        raise OffloadError(problem["message"], program.file, problem["line"])


# ── Options ──────────────────────────────────────────────────────────────────


class _Devices(int):
    """One of the names for devices, of which there is one here: the chip."""


ALL_DEVICES = _Devices(0)
EPIPHANY_DEVICE = _Devices(1)

_ASYNC = ("async", "asynchronous", "async_")
_PLACES = ("target", "auto", "all")
_OPTIONS = (*_ASYNC, *_PLACES, "device")


def _options(given, where):
    """Options in one spelling."""
    options = {}
    for name, value in given.items():
        if name not in _OPTIONS:
            raise OffloadError(f"{where} has no option {name!r}; there are {', '.join(_OPTIONS)}")
        if name == "device":
            if value not in (None, ALL_DEVICES, EPIPHANY_DEVICE, "epiphany"):
                raise OffloadError(f"there is one device, EPIPHANY_DEVICE, not {value!r}")
        elif name == "target" and isinstance(value, _Devices):
            options["all"] = True
        elif name in _ASYNC:
            options["async"] = bool(value)
        elif value is not None and not (name == "all" and not value):
            options[name] = value
    if sum(name in options for name in _PLACES) > 1:
        raise OffloadError("target, auto and all each say which cores: give one of them")
    return options


def _over(defaults, given):
    """Defaults with what a call gives instead."""
    if any(name in given for name in _PLACES):
        defaults = {name: value for name, value in defaults.items() if name not in _PLACES}
    return {**defaults, **given}


# ── Kernels, their launches and their handlers ───────────────────────────────


class _Kernel:
    def __init__(self, function, defaults):
        self.function = function
        self.defaults = defaults
        self.name = function.__name__
        code = function.__code__
        self.file = code.co_filename
        self.line = code.co_firstlineno
        if code.co_freevars:
            names = ", ".join(code.co_freevars)
            raise OffloadError(
                f"{self.name} cannot go to the cores: it uses {names} of the function around it; pass it as an argument",
                self.file,
                self.line,
            )
        self.source = _Source.of(self.file)
        self.node = self.source.find(code) if self.source else None
        if self.node is None:
            raise OffloadError(f"{self.name} cannot go to the cores: its source is not known", self.file, self.line)
        self.line = self.node.lineno
        self.signature = inspect.signature(function)
        self.parameters = list(self.signature.parameters.values())
        for parameter in self.parameters:
            if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
                raise OffloadError(
                    f"{self.name} cannot go to the cores: *{parameter.name} stands for any number of arguments",
                    self.file,
                    self.line,
                )
            if parameter.default is not parameter.empty:
                try:
                    _packed(parameter.default, f"the default of {parameter.name} in {self.name}")
                except TypeError as error:
                    raise OffloadError(str(error), self.file, self.line) from None
        program = _Program([self], _device.residents, checking=True)
        _complain(program, _bridge.check(program.request()))

    def call(self, args, named):
        own = self.signature.parameters
        options = _options({k: named[k] for k in named if k in _OPTIONS and k not in own}, self.name)
        try:
            bound = self.signature.bind(*args, **{k: named[k] for k in named if k not in _OPTIONS or k in own})
        except TypeError as error:
            raise TypeError(f"{self.name}() {error}") from None
        bound.apply_defaults()
        options = _over(self.defaults, options)
        body = b"".join(
            _packed(value, f"{name}, an argument of {self.name}") for name, value in bound.arguments.items()
        )
        handler = _device.launch(self, len(bound.arguments), body, options)
        return handler if options.get("async") else handler.wait()


class Handler:
    """One launch of a kernel on one or more cores."""

    def __init__(self, cores, op=0, line=0):
        self.cores = list(cores)
        # What was launched, and the line of the kernel.
        self._op = op
        self._line = line
        # By core: the value, the core's clock when it gave it, and its bytes; or, if the kernel has failed there, a
        # KernelError, and the core's clock then.
        self._values = {}
        self._failures = {}
        self._paid = set()
        self._seen = set()
        self._given = set()

    @property
    def running(self):
        """How many cores have not ended the kernel yet."""
        _device.look()
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
        _device.look()
        return len(self.cores) - self._missing() > len(self._given)

    def wait(self):
        """Waits for all cores; the list of their values, in the order of the cores.

        If the kernel has failed on some of them, the error of the one that failed first is raised as soon as the others
        have ended or wait for what will not come.
        """
        while self._missing() > 0:
            if not _device.wait([core for core in self.cores if not self._ended(core)], bool(self._failures)):
                break
        _mark_line()
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
        _device.look()
        while len(self.cores) - self._missing() == len(self._given):
            _device.wait([core for core in self.cores if not self._ended(core)])
        core = next(core for core in self.cores if self._ended(core) and core not in self._given)
        self._given.add(core)
        _mark_line()
        self._see(core)
        if core in self._failures:
            self._raise(core)
        self._pay(core)
        return self._values[core][0]

    def _raise(self, core):
        error, clock = self._failures[core]
        _bridge.until(clock)
        # A new one each time: it says where it was raised.
        raise KernelError(str(error), error.core, error.line)

    def _see(self, core):
        """Notes that the program has seen the end of the kernel on a core."""
        if core not in self._seen:
            self._seen.add(core)
            _device.open[core] -= 1
            _device.unheard.discard((self, core))
            if _device.failed.get(core) is self:
                _bridge.raised(core)

    def _pay(self, core):
        self._see(core)
        if core not in self._paid:
            self._paid.add(core)
            _bridge.collect(core, *self._values[core][1:], self._op, self._line)

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


def _handler(given, name):
    if not isinstance(given, Handler):
        raise OffloadError(f"{name} takes the handler that a launch gives, not {given!r}")
    return given


class _Device:
    """The cores as the host sees them: what each of them runs and what waits for it."""

    def __init__(self):
        # The file that is run.
        self.path = ""
        self.cores = []
        self.id = 0
        self.mode = "caller"
        # By name and file: the newest function that was decorated.
        self.known = {}
        # What the next program of the cores is to have.
        self.kernels = []
        self.residents = []
        self.loaded = None
        self.lines = 0
        # By core: the launch it runs; those that wait for it.
        self.current = {}
        self.queues = {}
        # By core: how many launches there are whose end the program has not seen.
        self.open = {}
        # By core whose last kernel has failed: that launch's handler.
        self.failed = {}
        # Launches that have failed, each with the core, of which the program has not been told.
        self.unheard = set()
        # The latest clock of a core that has given something back.
        self.latest = 0.0

    def begin(self, path, cores, id, mode):
        self.path = path
        self.cores = list(cores)
        self.id = id
        self.mode = mode
        self.queues = {core: deque() for core in self.cores}
        self.open = dict.fromkeys(self.cores, 0)

    # The program of the cores is made when it is first needed, and anew when there is more to it since.
    def load(self):
        if self.mode != "caller":
            raise OffloadError("the cores run a program of their own; kernels need cores that are free")
        wanted = (tuple(self.kernels), tuple(self.residents))
        if self.loaded == wanted:
            return
        self.kernels = self.all_that_fit()
        program = _Program(self.kernels, self.residents)
        kept = {}
        if self.loaded is not None:
            self.drain()
            for k, name in enumerate(self.loaded[1]):
                kept[name] = self.fetch_packed(k)
            self.end()
        _mark_line()
        _complain(program, _bridge.start(program.request(), self.latest))
        self.lines = len(program.source.lines) if program.source else 0
        self.loaded = (tuple(self.kernels), tuple(sorted(self.residents)))
        self.residents = list(self.loaded[1])
        self.failed.clear()
        for name, values in kept.items():
            op = -2 - 2 * self.residents.index(name)
            for core, value in values.items():
                self.post([core], op, 1, value)
        self.drain()

    def all_that_fit(self):
        """What has been launched, and the other kernels that can be in one program with it: once they are launched, they run
        beside the rest."""
        kernels = list(self.kernels)
        for kernel in self.known.values():
            if kernel not in kernels:
                try:
                    _Program([*kernels, kernel], self.residents)
                except OffloadError:
                    continue
                kernels.append(kernel)
        whole = _Program(kernels, self.residents)
        return self.kernels if json.loads(_ask(_bridge.check(whole.request())))["problems"] else kernels

    def drain(self):
        """Waits until every core has ended what it was given."""
        while busy := [core for core in self.cores if self.current.get(core) or self.queues[core]]:
            self.wait(busy)

    def end(self):
        """Ends the program of the cores."""
        if self.loaded is None:
            return
        working = [core for core in self.cores if core not in self.failed]
        if working:
            _ask(_bridge.end(bytes(working), self.task(-1, 0, b"")))

    def task(self, op, count, body):
        return struct.pack("<cIci", b"t", count + 1, b"i", op) + body

    def fetch_packed(self, index):
        handler = self.post(self.cores, -3 - 2 * index, 0, b"", raw=True)
        return dict(zip(handler.cores, handler.wait()))

    def choose(self, options):
        """The cores that options name."""
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
            # Whoever has least to do as far as the program has seen, so that the choice is the same every time.
            ranked = sorted(self.cores, key=lambda core: (self.open[core], core))
            return sorted(ranked[:count])
        return list(self.cores)

    def span(self):
        return f"from {self.cores[0]} to {self.cores[-1]}"

    def launch(self, kernel, count, body, options):
        cores = self.choose(options)
        before = self.kernels
        if kernel not in before:
            self.kernels = [*before, kernel]
        try:
            self.load()
        except OffloadError:
            # The others can still be launched.
            self.kernels = before
            raise
        return self.post(cores, self.kernels.index(kernel), count, body, line=kernel.line)

    def post(self, cores, op, count, body, raw=False, line=0):
        self.look()
        handler = Handler(cores, op, line or _mark_line())
        _mark_line()
        number = _bridge.issue(bytes(cores), self.task(op, count, body), line)
        if isinstance(number, str):
            _ask(number)
        for core in cores:
            self.open[core] += 1
            self.queues[core].append((handler, number, raw))
        for core in cores:
            self.feed(core)
        return handler

    def feed(self, core):
        """Gives a core that is free what waits for it."""
        if self.current.get(core) is not None or not self.queues[core]:
            return
        launch = self.queues[core].popleft()
        self.current[core] = launch
        self.failed.pop(core, None)
        _ask(_bridge.launch(launch[1], core))

    def look(self):
        """Takes what cores have given back since."""
        busy = bytes(core for core, launch in self.current.items() if launch is not None)
        if not busy:
            return
        ended = _ask(_bridge.ended(busy))
        for core, failed in zip(ended[::2], ended[1::2]):
            handler, _, raw = self.current[core]
            self.current[core] = None
            if failed:
                handler._failures[core] = self.fault(core, handler._line)
                self.failed[core] = handler
                self.unheard.add((handler, core))
            else:
                data = _ask(_bridge.take(core))
                clock, size = struct.unpack_from("<dd", data)
                value = data[16:] if raw else _unpack(data, 16)[0]
                handler._values[core] = (value, clock, size)
                self.latest = max(self.latest, clock)
            self.feed(core)

    def fault(self, core, line):
        """The error of a core that has failed, and the core's clock then. What has failed in the loop around the kernels has
        failed with the launch, whose line is given."""
        fault = json.loads(_ask(_bridge.fault(core)))
        if 0 < fault["line"] <= self.lines:
            line = fault["line"]
        self.latest = max(self.latest, fault["clock"])
        return KernelError(f"core {core}: {fault['message']}, line {line}", core, line), fault["clock"]

    def failure_of(self, core):
        """The error of the kernel that has failed on a core; it is the answer to whoever waits for a message from there."""
        self.look()
        if core in self.failed:
            self.failed[core]._see(core)
            error, clock = self.failed[core]._failures[core]
        else:
            error, clock = self.fault(core, 0)
            _bridge.raised(core)
        _bridge.until(clock)
        return KernelError(str(error), error.core, error.line)

    def wait(self, cores, unless_stuck=False):
        """Waits until something has ended on one of these cores, or on another: what is launched there next may be what these
        wait for. With `unless_stuck`, no longer than until all these cores wait for what will not come; False then."""
        _mark_line()
        wanted = [core for core in cores if self.current.get(core) is not None]
        if wanted:
            others = [core for core, launch in self.current.items() if launch is not None and core not in wanted]
            # The first is the one that a deadlock is told about.
            if not unless_stuck:
                _ask(_bridge.wait(bytes(wanted + others)))
            elif _ask(_bridge.wait_unless_stuck(bytes(wanted + others), len(wanted))) is None:
                return False
        self.look()
        return True

    def finish(self):
        """What is to be done when the host's program is over: what was launched runs to its end."""
        if self.loaded is not None:
            self.drain()
            self.end()
        return not self.unheard


_device = _Device()


def _mark_line():
    """Lets those who watch know at which line of the file that is run the program is, and gives that line."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != _device.path:
        frame = frame.f_back
    if frame is None:
        return 0
    _bridge.line(frame.f_lineno)
    return frame.f_lineno


def _decorate(function, defaults):
    if not inspect.isfunction(function):
        raise OffloadError(f"only functions can go to the cores, not a {type(function).__name__}")
    kernel = _Kernel(function, defaults)
    _device.known[kernel.name, kernel.file] = kernel

    @functools.wraps(function)
    def launch(*args, **named):
        return kernel.call(args, named)

    return launch


def offload(*functions, **options):
    """Makes a function a kernel: calling it runs it on the cores.

    Options, here or in the call, where they win: async, asynchronous or async_ (gives a Handler at once), target (a core or
    a list of cores), auto (any free cores, this many), all (every core), device.
    """
    if len(functions) > 1:
        raise OffloadError("offload decorates one function; its options have names")
    defaults = _options(options, "offload")
    if functions:
        return _decorate(functions[0], defaults)
    return lambda function: _decorate(function, defaults)


def offload_multiple(*functions, cores=None, **options):
    """Like offload, asynchronous, on any `cores` cores; on all of them if that is left out."""
    place = {} if cores is None else {"auto": cores}
    return offload(*functions, **{"async": True, **place, **options})


def offload_single(*functions, **options):
    """Like offload, asynchronous, on one core, whichever."""
    return offload(*functions, **{"async": True, "auto": 1, **options})


def waitAll(*handlers):
    """Waits for all these launches; the list of their lists of values."""
    if len(handlers) == 1 and isinstance(handlers[0], (list, tuple)):
        handlers = handlers[0]
    return [handler.wait() for handler in handlers]


# ── Data that stays on the cores ─────────────────────────────────────────────


def define_on_device(value, name=None):
    """Puts a variable on every core, where it stays from launch to launch: a private copy for each.

    Kernels use it by the name that the variable has here.
    """
    frame = sys._getframe(1)
    if name is None and isinstance(value, str) and value in {**frame.f_globals, **frame.f_locals}:
        if _name_at(frame) is None:
            name, value = value, {**frame.f_globals, **frame.f_locals}[value]
    if name is None:
        name = _name_at(frame)
    if name is None:
        raise OffloadError("define_on_device takes a variable, such as define_on_device(data)", None, frame.f_lineno)
    packed = _packed(value, name)
    if name not in _device.residents:
        _device.residents.append(name)
    _device.load()
    _device.post(_device.cores, -2 - 2 * _device.residents.index(name), 1, packed).wait()


def _name_at(frame):
    """The variable that the call in a frame is given first."""
    source = _Source.of(frame.f_code.co_filename)
    if source is None:
        return None
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not node.lineno <= frame.f_lineno <= node.end_lineno:
            continue
        if _called(node) == "define_on_device" and node.args and isinstance(node.args[0], ast.Name):
            return node.args[0].id
    return None


def _resident(name, call):
    if not isinstance(name, str):
        example = _device.residents[0] if _device.residents else "data"
        rest = ", value" if call == "copy_to_device" else ""
        raise OffloadError(f'{call} takes the name of a variable in quotation marks, such as {call}("{example}"{rest})')
    if name not in _device.residents:
        raise OffloadError(f"there is no {name} on the cores: define_on_device({name}) puts it there")
    _device.load()
    return _device.residents.index(name)


def copy_to_device(name=None, data=None, *, var=None, **options):
    """Gives a variable on the cores a new value: on all, or on those that target names."""
    name = _either("copy_to_device", name, var, "var")
    options = _options(options, "copy_to_device")
    index = _resident(name, "copy_to_device")
    packed = _packed(data, name)
    handler = _device.post(_device.choose(options), -2 - 2 * index, 1, packed)
    if options.get("async"):
        return handler
    handler.wait()
    return None


def copy_from_device(name=None, *, var=None, **options):
    """The list of the values that a variable has on the cores: on all, or on those that target names."""
    name = _either("copy_from_device", name, var, "var")
    options = _options(options, "copy_from_device")
    index = _resident(name, "copy_from_device")
    handler = _device.post(_device.choose(options), -3 - 2 * index, 0, b"")
    return handler if options.get("async") else handler.wait()


# ── Messages with the cores ──────────────────────────────────────────────────


def _call(name, *values):
    if _device.mode == "caller":
        if name in ("bcast", "reduce", "sync"):
            raise OffloadError(f"{name} is for all cores: it needs a program of their own on them")
        _device.load()
        _device.look()
    _mark_line()
    parts = [_packed(value, name) for value in values]
    sizes = struct.pack("<I", len(parts)) + b"".join(struct.pack("<I", len(part)) for part in parts)
    return _unpack(_ask(_bridge.call(name, sizes + b"".join(parts))))[0]


def _either(name, value, other, old):
    """An argument by its name here or in the original."""
    if value is not None and other is not None:
        raise TypeError(f"{name}() got {old} twice")
    return value if other is None else other


def send(data, pid, n=None, *, length=None):
    """Sends a value or list to core pid and waits until that core receives it."""
    _call("send", data, pid, _either("send", n, length, "length"))


def recv(pid, n=None, *, len=None):
    """Waits for a value or list from core pid and returns it."""
    return _call("recv", pid, _either("recv", n, len, "len"))


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
    return _call("reduce", data, _either("reduce", op, operator, "operator"))


def sync():
    """Waits until every core has called it."""
    _call("sync")


def divide(a, b):
    """a / b as Python 2 has it: between ints, an int."""
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


def coreid():
    """The id of the host: the one after the last core's."""
    return _device.id


def numcores():
    """How many cores there are; with a program of their own on them, the host is one of them.

    In a kernel, numcores() counts the host as well: there it is one more than how many cores run kernels.
    """
    return len(_device.cores) + (1 if _device.mode == "core" else 0)


def ishost():
    """True: this is the host."""
    return True


def isdevice():
    """False: this is the host, not a core of the chip."""
    return False


# ── What the original has besides ────────────────────────────────────────────

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
