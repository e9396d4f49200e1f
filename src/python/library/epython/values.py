"""Values as bytes, the form in which they travel between Python and the cores (machine/transfer.ts)."""

import struct
from array import array

_LEAST, _MOST = -(2**31), 2**31 - 1
# How deep lists and tuples may be nested, as on the cores.
_DEEPEST = 50


def pack(value, what):
    """A value as bytes. Errors call it `what`."""
    out = bytearray()
    try:
        _append(value, out)
    except TypeError as error:
        raise TypeError(f"{what}: {error}") from None
    except _TooDeep:
        kind = "tuple" if isinstance(value, tuple) else "list"
        if _contains_itself(value):
            raise TypeError(f"{what}: a {kind} that contains itself cannot travel to a core") from None
        raise TypeError(f"{what}: a {kind} that is nested more than {_DEEPEST} deep cannot travel to a core") from None
    return bytes(out)


def _append(value, out, depth=0):
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
        _append_all(value, out, depth)
    elif kind.__module__ == "numpy" and hasattr(value, "tolist"):
        _append(value.tolist(), out, depth)
    else:
        raise TypeError(
            f"a {kind.__name__} cannot travel to a core: numbers, strings, None, and lists and tuples of them can"
        )


def _append_all(values, out, depth):
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
        _append(value, out, depth + 1)


class _TooDeep(Exception):
    pass


def _contains_itself(value):
    """Whether a list or tuple contains itself, at any depth."""
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


def unpack(data, at=0):
    """The value at an offset, and the offset that follows it."""
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
        value, at = unpack(data, at)
        values.append(value)
    return (tuple(values) if letter == b"t" else values), at


def task(op, count, body):
    """A task for a core, as a packed tuple: a number that says what to do, then `count` arguments, packed in `body`."""
    return struct.pack("<cIci", b"t", count + 1, b"i", op) + body
