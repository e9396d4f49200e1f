"""Kernels: functions of the host's program that run on the cores."""

import functools
import inspect

import _epython_bridge as bridge

from .errors import OffloadError
from .launcher import launcher
from .options import OPTIONS, overridden, read_options
from .program import Program, complain
from .source import Source
from .values import pack


class Kernel:
    """A function that can run on the cores, checked when it is decorated, with the options of its decorator."""

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
        self.source = Source.of(self.file)
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
                    pack(parameter.default, f"the default of {parameter.name} in {self.name}")
                except TypeError as error:
                    raise OffloadError(str(error), self.file, self.line) from None
        program = Program([self], launcher.residents, checking=True)
        complain(program, bridge.check(program.request()))

    def call(self, args, named):
        own = self.signature.parameters
        options = read_options({k: named[k] for k in named if k in OPTIONS and k not in own}, self.name)
        try:
            bound = self.signature.bind(*args, **{k: named[k] for k in named if k not in OPTIONS or k in own})
        except TypeError as error:
            raise TypeError(f"{self.name}() {error}") from None
        bound.apply_defaults()
        options = overridden(self.defaults, options)
        body = b"".join(
            pack(value, f"{name}, an argument of {self.name}") for name, value in bound.arguments.items()
        )
        handler = launcher.launch(self, len(bound.arguments), body, options)
        return handler if options.get("async") else handler.wait()


def _decorate(function, defaults):
    if not inspect.isfunction(function):
        raise OffloadError(f"only functions can go to the cores, not a {type(function).__name__}")
    if hasattr(function, "_kernel"):
        earlier = function._kernel
        raise OffloadError(
            f"{earlier.name} is a kernel already: decorate it once, with all its options", earlier.file, earlier.line
        )
    kernel = Kernel(function, defaults)
    launcher.known[kernel.name, kernel.file] = kernel

    @functools.wraps(function)
    def launch(*args, **named):
        return kernel.call(args, named)

    launch._kernel = kernel
    return launch


def offload(*functions, **options):
    """Makes a function a kernel: calling it runs it on the cores.

    Options, here or in the call, where they win: async, asynchronous or async_ (gives a Handler at once), target (a core or
    a list of cores), auto (any free cores, this many), all (every core), device.
    """
    if len(functions) > 1:
        raise OffloadError("offload decorates one function; its options have names")
    defaults = read_options(options, "offload")
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
