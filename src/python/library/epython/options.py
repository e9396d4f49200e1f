"""Options of kernels, launches and copies."""

from .errors import OffloadError


class _Devices(int):
    """One of the names for devices, of which there is one here: the chip."""


ALL_DEVICES = _Devices(0)
EPIPHANY_DEVICE = _Devices(1)

_ASYNC = ("async", "asynchronous", "async_")
_PLACES = ("target", "auto", "all")
OPTIONS = (*_ASYNC, *_PLACES, "device")


def read_options(given, where):
    """Checks options, and returns them under one name each."""
    options = {}
    for name, value in given.items():
        if name not in OPTIONS:
            raise OffloadError(f"{where} has no option {name!r}; there are {', '.join(OPTIONS)}")
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


def overridden(defaults, given):
    """The defaults of a kernel, except where a call gives something else."""
    if any(name in given for name in _PLACES):
        defaults = {name: value for name, value in defaults.items() if name not in _PLACES}
    return {**defaults, **given}


def either(name, value, other, old):
    """An argument that has one name here and another, `old`, in the original."""
    if value is not None and other is not None:
        raise TypeError(f"{name}() got {old} twice")
    return value if other is None else other
