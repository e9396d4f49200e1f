"""Data that stays on the cores from launch to launch."""

import ast
import sys

from .device import device
from .errors import OffloadError
from .launcher import launcher
from .options import either, read_options
from .source import Source, called
from .values import pack


def define_on_device(value, name=None):
    """Puts a variable on every core, where it stays from launch to launch: a private copy for each.

    Kernels use it by the name that the variable has here.
    """
    # The caller's: nothing may come between it and this function.
    frame = sys._getframe(1)
    if name is None and isinstance(value, str) and value in {**frame.f_globals, **frame.f_locals}:
        if _name_at(frame) is None:
            name, value = value, {**frame.f_globals, **frame.f_locals}[value]
    if name is None:
        name = _name_at(frame)
    if name is None:
        raise OffloadError("define_on_device takes a variable, such as define_on_device(data)", None, frame.f_lineno)
    packed = pack(value, name)
    if name not in launcher.residents:
        launcher.residents.append(name)
    launcher.load()
    launcher.post(device.cores, -2 - 2 * launcher.residents.index(name), 1, packed).wait()


def _name_at(frame):
    """The variable that is the first argument of the call to define_on_device at the current line of a frame."""
    source = Source.of(frame.f_code.co_filename)
    if source is None:
        return None
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not node.lineno <= frame.f_lineno <= node.end_lineno:
            continue
        if called(node) == "define_on_device" and node.args and isinstance(node.args[0], ast.Name):
            return node.args[0].id
    return None


def _resident(name, call):
    """The number of a variable on the cores, which `call` asks for."""
    if not isinstance(name, str):
        example = launcher.residents[0] if launcher.residents else "data"
        rest = ", value" if call == "copy_to_device" else ""
        raise OffloadError(f'{call} takes the name of a variable in quotation marks, such as {call}("{example}"{rest})')
    if name not in launcher.residents:
        raise OffloadError(f"there is no {name} on the cores: define_on_device({name}) puts it there")
    launcher.load()
    return launcher.residents.index(name)


def copy_to_device(name=None, data=None, *, var=None, **options):
    """Gives a variable on the cores a new value: on all, or on those that target names."""
    name = either("copy_to_device", name, var, "var")
    options = read_options(options, "copy_to_device")
    index = _resident(name, "copy_to_device")
    packed = pack(data, name)
    handler = launcher.post(device.choose(options), -2 - 2 * index, 1, packed)
    if options.get("async"):
        return handler
    handler.wait()
    return None


def copy_from_device(name=None, *, var=None, **options):
    """The list of the values that a variable has on the cores: on all, or on those that target names."""
    name = either("copy_from_device", name, var, "var")
    options = read_options(options, "copy_from_device")
    index = _resident(name, "copy_from_device")
    handler = launcher.post(device.choose(options), -3 - 2 * index, 0, b"")
    return handler if options.get("async") else handler.wait()
