"""Values as bytes, the form in which they travel between Python and the cores (machine/transfer.ts)."""

import struct
from array import array

_LEAST, _MOST = -(2**31), 2**31 - 1
# How deep values may be nested: these bytes say nothing of what is there once and referred to often.
_DEEPEST = 50


def pack(value, what):
    """A value as bytes. Errors call it `what`."""
    out = bytearray()
    try:
        _append(value, out)
    except TypeError as error:
        raise TypeError(f"{what}: {error}") from None
    except _TooDeep:
        kind = type(value).__name__
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
    elif isinstance(value, dict):
        _append_table(value, b"d", out, depth)
    elif isinstance(value, (set, frozenset)):
        _append_table(value, b"e" if isinstance(value, set) else b"f", out, depth)
    elif kind.__module__ == "numpy" and hasattr(value, "tolist"):
        _append(value.tolist(), out, depth)
    else:
        raise TypeError(
            f"a {kind.__name__} cannot travel to a core: numbers, strings, None, and lists, tuples, sets and dictionaries of them can"
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


def _append_table(table, letter, out, depth):
    if depth > _DEEPEST:
        raise _TooDeep
    out += struct.pack("<cI", letter, len(table))
    for key in table:
        if not _can_be_key(key):
            raise TypeError(f"a {type(key).__name__} cannot be a key or an element of a set on a core")
        _append(key, out, depth + 1)
        if letter == b"d":
            _append(table[key], out, depth + 1)


def _can_be_key(value):
    """Whether a value is, on a core, one that cannot change: a range becomes a list there."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(_can_be_key, value))
    return value is None or isinstance(value, (bool, int, float, str))


class _TooDeep(Exception):
    pass


def _contains_itself(value):
    """Whether a list, tuple or dictionary contains itself, at any depth."""
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
            within = value.values() if isinstance(value, dict) else value
            pending.extend((inner, False) for inner in within if isinstance(inner, (list, tuple, dict)))
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
    for _ in range(count * 2 if letter == b"d" else count):
        value, at = unpack(data, at)
        values.append(value)
    if letter == b"d":
        return dict(zip(values[::2], values[1::2])), at
    make = {b"t": tuple, b"e": set, b"f": frozenset}.get(letter)
    return (values if make is None else make(values)), at


def task(op, count, body):
    """A task for a core, as a packed tuple: a number that says what to do, then `count` arguments, packed in `body`."""
    return struct.pack("<cIci", b"t", count + 1, b"i", op) + body
